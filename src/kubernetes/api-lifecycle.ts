import { KubernetesObject } from './object';

/** What became of a version of an API. Versions of Kubernetes are minor numbers. */
export interface ApiLifecycle {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  readonly deprecated: number;
  /** The first version that no longer serves it; absent: still served. */
  readonly removed?: number;
  /** What to use instead; absent: nothing has taken its place. */
  readonly replacement?: string;
}

/**
 * Only versions that something has replaced, or that are gone.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and the lifecycle markers in the source of k8s.io/api
 */
export const API_LIFECYCLES: readonly ApiLifecycle[] = [
  { apiVersion: 'apps/v1beta1', kinds: ['ControllerRevision', 'Deployment', 'StatefulSet'], deprecated: 8, removed: 16, replacement: 'apps/v1' },
  {
    apiVersion: 'apps/v1beta2',
    kinds: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
    deprecated: 9,
    removed: 16,
    replacement: 'apps/v1',
  },
  { apiVersion: 'extensions/v1beta1', kinds: ['DaemonSet', 'Deployment', 'ReplicaSet'], deprecated: 8, removed: 16, replacement: 'apps/v1' },
  { apiVersion: 'extensions/v1beta1', kinds: ['NetworkPolicy'], deprecated: 9, removed: 16, replacement: 'networking.k8s.io/v1' },
  { apiVersion: 'extensions/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: 11, removed: 16 },
  { apiVersion: 'settings.k8s.io/v1alpha1', kinds: ['PodPreset'], deprecated: 19, removed: 20 },
  { apiVersion: 'batch/v2alpha1', kinds: ['CronJob'], deprecated: 20, removed: 21, replacement: 'batch/v1' },
  { apiVersion: 'scheduling.k8s.io/v1alpha1', kinds: ['PriorityClass'], deprecated: 14, removed: 22, replacement: 'scheduling.k8s.io/v1' },
  {
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    deprecated: 16,
    removed: 22,
    replacement: 'admissionregistration.k8s.io/v1',
  },
  {
    apiVersion: 'apiextensions.k8s.io/v1beta1',
    kinds: ['CustomResourceDefinition'],
    deprecated: 16,
    removed: 22,
    replacement: 'apiextensions.k8s.io/v1',
  },
  { apiVersion: 'apiregistration.k8s.io/v1beta1', kinds: ['APIService'], deprecated: 19, removed: 22, replacement: 'apiregistration.k8s.io/v1' },
  {
    apiVersion: 'certificates.k8s.io/v1beta1',
    kinds: ['CertificateSigningRequest'],
    deprecated: 19,
    removed: 22,
    replacement: 'certificates.k8s.io/v1',
  },
  { apiVersion: 'coordination.k8s.io/v1beta1', kinds: ['Lease'], deprecated: 19, removed: 22, replacement: 'coordination.k8s.io/v1' },
  { apiVersion: 'extensions/v1beta1', kinds: ['Ingress'], deprecated: 14, removed: 22, replacement: 'networking.k8s.io/v1' },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], deprecated: 19, removed: 22, replacement: 'networking.k8s.io/v1' },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1alpha1',
    kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    deprecated: 17,
    removed: 22,
    replacement: 'rbac.authorization.k8s.io/v1',
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1beta1',
    kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    deprecated: 17,
    removed: 22,
    replacement: 'rbac.authorization.k8s.io/v1',
  },
  { apiVersion: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], deprecated: 14, removed: 22, replacement: 'scheduling.k8s.io/v1' },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSINode'], deprecated: 17, removed: 22, replacement: 'storage.k8s.io/v1' },
  {
    apiVersion: 'storage.k8s.io/v1beta1',
    kinds: ['CSIDriver', 'StorageClass', 'VolumeAttachment'],
    deprecated: 19,
    removed: 22,
    replacement: 'storage.k8s.io/v1',
  },
  {
    apiVersion: 'storage.k8s.io/v1alpha1',
    kinds: ['CSIStorageCapacity', 'VolumeAttachment'],
    deprecated: 21,
    removed: 24,
    replacement: 'storage.k8s.io/v1',
  },
  { apiVersion: 'autoscaling/v2beta1', kinds: ['HorizontalPodAutoscaler'], deprecated: 22, removed: 25, replacement: 'autoscaling/v2' },
  { apiVersion: 'batch/v1beta1', kinds: ['CronJob'], deprecated: 21, removed: 25, replacement: 'batch/v1' },
  { apiVersion: 'discovery.k8s.io/v1beta1', kinds: ['EndpointSlice'], deprecated: 21, removed: 25, replacement: 'discovery.k8s.io/v1' },
  { apiVersion: 'events.k8s.io/v1beta1', kinds: ['Event'], deprecated: 22, removed: 25, replacement: 'events.k8s.io/v1' },
  { apiVersion: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'], deprecated: 22, removed: 25, replacement: 'node.k8s.io/v1' },
  { apiVersion: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], deprecated: 21, removed: 25, replacement: 'policy/v1' },
  { apiVersion: 'policy/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: 21, removed: 25 },
  { apiVersion: 'autoscaling/v2beta2', kinds: ['HorizontalPodAutoscaler'], deprecated: 23, removed: 26, replacement: 'autoscaling/v2' },
  {
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta1',
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    deprecated: 23,
    removed: 26,
    replacement: 'flowcontrol.apiserver.k8s.io/v1',
  },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], deprecated: 24, removed: 27, replacement: 'storage.k8s.io/v1' },
  {
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta2',
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    deprecated: 26,
    removed: 29,
    replacement: 'flowcontrol.apiserver.k8s.io/v1',
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1alpha1',
    kinds: ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
    deprecated: 29,
    removed: 32,
    replacement: 'admissionregistration.k8s.io/v1',
  },
  {
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    deprecated: 29,
    removed: 32,
    replacement: 'flowcontrol.apiserver.k8s.io/v1',
  },
  { apiVersion: 'networking.k8s.io/v1alpha1', kinds: ['IPAddress', 'ServiceCIDR'], deprecated: 30, removed: 33, replacement: 'networking.k8s.io/v1' },
  {
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kinds: ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
    deprecated: 31,
    removed: 34,
    replacement: 'admissionregistration.k8s.io/v1',
  },
  { apiVersion: 'storage.k8s.io/v1alpha1', kinds: ['VolumeAttributesClass'], deprecated: 32, removed: 35, replacement: 'storage.k8s.io/v1' },
  {
    apiVersion: 'storagemigration.k8s.io/v1alpha1',
    kinds: ['StorageVersionMigration'],
    deprecated: 33,
    removed: 36,
    replacement: 'storagemigration.k8s.io/v1beta1',
  },
  {
    apiVersion: 'certificates.k8s.io/v1alpha1',
    kinds: ['ClusterTrustBundle'],
    deprecated: 34,
    removed: 37,
    replacement: 'certificates.k8s.io/v1beta1',
  },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['IPAddress', 'ServiceCIDR'], deprecated: 34, removed: 37, replacement: 'networking.k8s.io/v1' },
  {
    apiVersion: 'resource.k8s.io/v1alpha3',
    kinds: ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'],
    deprecated: 34,
    removed: 37,
    replacement: 'resource.k8s.io/v1',
  },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['VolumeAttributesClass'], deprecated: 34, removed: 37, replacement: 'storage.k8s.io/v1' },
  {
    apiVersion: 'admissionregistration.k8s.io/v1alpha1',
    kinds: ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
    deprecated: 35,
    removed: 38,
    replacement: 'admissionregistration.k8s.io/v1',
  },
  { apiVersion: 'coordination.k8s.io/v1alpha2', kinds: ['LeaseCandidate'], deprecated: 35, removed: 38, replacement: 'coordination.k8s.io/v1beta1' },
  {
    apiVersion: 'resource.k8s.io/v1beta1',
    kinds: ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'],
    deprecated: 35,
    removed: 38,
    replacement: 'resource.k8s.io/v1',
  },
  {
    apiVersion: 'resource.k8s.io/v1beta2',
    kinds: ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'],
    deprecated: 36,
    removed: 39,
    replacement: 'resource.k8s.io/v1',
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kinds: ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
    deprecated: 37,
    removed: 40,
    replacement: 'admissionregistration.k8s.io/v1',
  },
  { apiVersion: 'v1', kinds: ['ComponentStatus'], deprecated: 19 },
  { apiVersion: 'v1', kinds: ['Endpoints'], deprecated: 33, replacement: 'discovery.k8s.io/v1 EndpointSlice' },
];

const byApiVersion = new Map<string, Map<string, ApiLifecycle>>();
for (const lifecycle of API_LIFECYCLES) {
  const byKind = byApiVersion.get(lifecycle.apiVersion) ?? new Map<string, ApiLifecycle>();
  lifecycle.kinds.forEach((kind) => byKind.set(kind, lifecycle));
  byApiVersion.set(lifecycle.apiVersion, byKind);
}

/** What became of the API that an object is written for; nothing where it is not known to be old. */
export function lifecycleOf({ apiVersion, kind }: KubernetesObject): ApiLifecycle | undefined {
  return byApiVersion.get(apiVersion)?.get(kind);
}
