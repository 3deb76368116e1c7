import { POD_BEARING_KINDS } from './pod';

/** Kinds of Kubernetes itself whose objects live in a namespace and that manifests hold. */
export const NAMESPACED_KINDS: readonly string[] = [
  ...POD_BEARING_KINDS,
  'ConfigMap', 'Endpoints', 'EndpointSlice', 'HorizontalPodAutoscaler', 'Ingress', 'Lease', 'LimitRange', 'NetworkPolicy',
  'PersistentVolumeClaim', 'PodDisruptionBudget', 'ResourceQuota', 'Role', 'RoleBinding', 'Secret', 'Service', 'ServiceAccount',
];
