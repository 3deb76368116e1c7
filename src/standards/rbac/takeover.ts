/** The rules on permissions from which there is a known way to administrator of the cluster or of its namespace. */
export const TAKEOVER: readonly string[] = [
  'rbac-wildcard', 'rbac-secret-access', 'rbac-secret-write', 'rbac-workload-creation', 'rbac-pod-modification', 'rbac-exec', 'rbac-ephemeral-containers',
  'rbac-node-proxy', 'rbac-token-request', 'rbac-impersonate', 'rbac-escalate', 'rbac-bind', 'rbac-certificate-approval', 'rbac-certificate-signing',
  'rbac-webhook-write', 'rbac-api-service-write', 'rbac-persistent-volume-write',
];
