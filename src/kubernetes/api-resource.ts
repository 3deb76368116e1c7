import { POD_BEARERS } from './pod';

/** How the API server serves a kind. */
export interface ApiResource {
  readonly kind: string;
  readonly apiVersion: string;
  /** Plural, as in the URLs of the API server. */
  readonly resource: string;
  readonly subresources?: readonly string[];
}

const RESOURCES: readonly ApiResource[] = [
  ...POD_BEARERS.map((bearer) => (bearer.kind === 'Pod' ? { ...bearer, subresources: ['ephemeralcontainers'] } : bearer)),
  { kind: 'ConfigMap', apiVersion: 'v1', resource: 'configmaps' },
  { kind: 'LimitRange', apiVersion: 'v1', resource: 'limitranges' },
  { kind: 'Namespace', apiVersion: 'v1', resource: 'namespaces' },
  { kind: 'PersistentVolumeClaim', apiVersion: 'v1', resource: 'persistentvolumeclaims' },
  { kind: 'ResourceQuota', apiVersion: 'v1', resource: 'resourcequotas' },
  { kind: 'Secret', apiVersion: 'v1', resource: 'secrets' },
  { kind: 'Service', apiVersion: 'v1', resource: 'services' },
  { kind: 'ServiceAccount', apiVersion: 'v1', resource: 'serviceaccounts' },
  { kind: 'HorizontalPodAutoscaler', apiVersion: 'autoscaling/v2', resource: 'horizontalpodautoscalers' },
  { kind: 'Ingress', apiVersion: 'networking.k8s.io/v1', resource: 'ingresses' },
  { kind: 'NetworkPolicy', apiVersion: 'networking.k8s.io/v1', resource: 'networkpolicies' },
  { kind: 'PodDisruptionBudget', apiVersion: 'policy/v1', resource: 'poddisruptionbudgets' },
  { kind: 'ClusterRole', apiVersion: 'rbac.authorization.k8s.io/v1', resource: 'clusterroles' },
  { kind: 'ClusterRoleBinding', apiVersion: 'rbac.authorization.k8s.io/v1', resource: 'clusterrolebindings' },
  { kind: 'Role', apiVersion: 'rbac.authorization.k8s.io/v1', resource: 'roles' },
  { kind: 'RoleBinding', apiVersion: 'rbac.authorization.k8s.io/v1', resource: 'rolebindings' },
];

const byKind = new Map(RESOURCES.map((resource) => [resource.kind, resource]));

export function apiResource(kind: string): ApiResource | undefined {
  return byKind.get(kind);
}
