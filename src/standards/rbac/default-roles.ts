/**
 * Roles and bindings that Kubernetes itself makes: whoever writes one of these names changes what the control plane made, or
 * hides among it. `gce:` are those of Google Kubernetes Engine.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 */
const RESERVED_PREFIXES: readonly string[] = ['system:', 'gce:'];
const RESERVED_NAMES: Readonly<Record<string, readonly string[]>> = {
  ClusterRole: ['cluster-admin', 'admin', 'edit', 'view'],
  ClusterRoleBinding: ['cluster-admin'],
  Role: ['extension-apiserver-authentication-reader'],
};

/** ClusterRoles of every cluster that read Secrets, run commands in pods or more; for the whole cluster or one namespace. */
export const ADMINISTRATIVE_ROLES: readonly string[] = ['cluster-admin', 'admin', 'edit'];

/** Roles of the control plane that are meant for what runs beside it. */
export const ROLES_FOR_ADD_ONS: readonly string[] = [
  'system:auth-delegator', 'system:basic-user', 'system:discovery', 'system:monitoring', 'system:public-info-viewer',
  'system:service-account-issuer-discovery', 'system:kube-dns', 'system:node-problem-detector', 'system:persistent-volume-provisioner',
  'system:aggregated-metrics-reader', 'system:metrics-server',
];

/** Whether a role or binding of this name is made by Kubernetes. */
export function isReservedName(kind: string, name: string): boolean {
  return RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix)) || (Object.hasOwn(RESERVED_NAMES, kind) && RESERVED_NAMES[kind].includes(name));
}
