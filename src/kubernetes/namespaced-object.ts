/** An object of a namespace, as far as quotas and autoscalers look at it. */
export interface ObjectLike {
  /** Tells objects of one kind but several groups apart; for Kubernetes' own kinds it may be missing. */
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
  /** Path of the construct that makes it. */
  readonly where: string;
  readonly spec?: unknown;
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'apps': ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ControllerRevision'],
  'autoscaling': ['HorizontalPodAutoscaler'],
  'batch': ['Job', 'CronJob'],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  'policy': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding'],
  'coordination.k8s.io': ['Lease'],
  'discovery.k8s.io': ['EndpointSlice'],
  'resource.k8s.io': ['ResourceClaim', 'ResourceClaimTemplate'],
};
const GROUP_OF_KIND = new Map(Object.entries(GROUPS).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group])));

/**
 * The resource of an object as object count quotas spell it: `services`, `deployments.apps`.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-on-object-count
 */
export function resourceOf(object: Pick<ObjectLike, 'apiVersion' | 'kind'>): string {
  const group = typeof object.apiVersion === 'string'
    ? object.apiVersion.split('/').slice(0, -1).join('/')
    : GROUP_OF_KIND.get(object.kind) ?? '';
  return group === '' ? plural(object.kind) : `${plural(object.kind)}.${group}`;
}

// The rule of apimachinery's UnsafeGuessKindToResource, right for all of Kubernetes' own kinds.
function plural(kind: unknown): string {
  const singular = typeof kind === 'string' ? kind.toLowerCase() : '';
  if (singular.endsWith('endpoints')) { return singular; }
  if (singular.endsWith('s')) { return `${singular}es`; }
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/** A field deep inside whatever was given, or undefined where the path ends early. */
export function fieldOf(value: unknown, ...path: string[]): unknown {
  return path.reduce((at, key) => isObject(at) ? at[key] : undefined, value);
}

/** The objects of a list; what is no list has none. */
export function objectsOf<T extends object = Record<string, unknown>>(list: unknown): T[] {
  return Array.isArray(list) ? list.filter((element): element is T => isObject(element)) : [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
