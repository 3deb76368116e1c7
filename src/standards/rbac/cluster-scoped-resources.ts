/** Resources of one API group. */
export interface ResourceGroup {
  readonly apiGroup: string;
  readonly resources: readonly string[];
}

/**
 * Kubernetes' own resources that live outside of namespaces, with those that exist for authorization
 * only (users, groups, uids, userextras, signers): a Role gives no permission on them.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#not-all-objects-are-in-a-namespace
 * @see https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/
 */
export const CLUSTER_SCOPED_RESOURCES: readonly ResourceGroup[] = [
  { apiGroup: '', resources: ['componentstatuses', 'groups', 'namespaces', 'nodes', 'persistentvolumes', 'users'] },
  {
    apiGroup: 'admissionregistration.k8s.io',
    resources: [
      'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings', 'mutatingwebhookconfigurations',
      'validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'validatingwebhookconfigurations',
    ],
  },
  { apiGroup: 'apiextensions.k8s.io', resources: ['customresourcedefinitions'] },
  { apiGroup: 'apiregistration.k8s.io', resources: ['apiservices'] },
  { apiGroup: 'authentication.k8s.io', resources: ['selfsubjectreviews', 'tokenreviews', 'uids', 'userextras'] },
  { apiGroup: 'authorization.k8s.io', resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'subjectaccessreviews'] },
  { apiGroup: 'certificates.k8s.io', resources: ['certificatesigningrequests', 'clustertrustbundles', 'signers'] },
  { apiGroup: 'flowcontrol.apiserver.k8s.io', resources: ['flowschemas', 'prioritylevelconfigurations'] },
  { apiGroup: 'internal.apiserver.k8s.io', resources: ['storageversions'] },
  { apiGroup: 'networking.k8s.io', resources: ['ingressclasses', 'ipaddresses', 'servicecidrs'] },
  { apiGroup: 'node.k8s.io', resources: ['runtimeclasses'] },
  { apiGroup: 'rbac.authorization.k8s.io', resources: ['clusterrolebindings', 'clusterroles'] },
  { apiGroup: 'resource.k8s.io', resources: ['deviceclasses', 'devicetaintrules', 'resourcepoolstatusrequests', 'resourceslices'] },
  { apiGroup: 'scheduling.k8s.io', resources: ['priorityclasses'] },
  { apiGroup: 'storage.k8s.io', resources: ['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments', 'volumeattributesclasses'] },
  { apiGroup: 'storagemigration.k8s.io', resources: ['storageversionmigrations'] },
];

/** Verbs that a Role does give on a cluster-scoped resource, because Kubernetes asks for them in a namespace. */
export interface VerbsInARole {
  readonly apiGroup: string;
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The only object they reach is the one named like the Role's namespace. */
  readonly ownNamespaceOnly?: true;
}

/**
 * A request for one Namespace counts as made in that namespace; binding a ClusterRole with a
 * RoleBinding is asked for in the RoleBinding's namespace.
 *
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-binding-creation-or-update
 */
export const VERBS_IN_A_ROLE: readonly VerbsInARole[] = [
  { apiGroup: '', resource: 'namespaces', verbs: ['get', 'update', 'patch', 'delete'], ownNamespaceOnly: true },
  { apiGroup: 'rbac.authorization.k8s.io', resource: 'clusterroles', verbs: ['bind'] },
];
