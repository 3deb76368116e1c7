import { ObjectLike, fieldOf, objectsOf, resourceOf } from './namespaced-object';
import { PodLike, podLimits, podRequests } from './pod-resources';
import { NANOS_PER_UNIT, NanoQuantity } from './quantity';
import { Amounts, add, amountOf } from './resource-list';
import { VolumeClaimLike, claimOf } from './volume-claim';

/**
 * What quotas charge, by the names that quotas use.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */

/** Containers must set these where a quota constrains them; no other resource is asked for so. */
export const REQUIRED_BY_QUOTA = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

// Older names for the number of objects, beside `count/<resource>`.
const COUNTED_BY_NAME = ['configmaps', 'persistentvolumeclaims', 'replicationcontrollers', 'resourcequotas', 'secrets', 'services'];

// While a Deployment is updated it has its old ReplicaSet and its new one; a CronJob makes at least the Job that runs.
const MADE_BY_CONTROLLER: Readonly<Record<string, readonly [resource: string, count: bigint]>> = {
  'deployments.apps': ['count/replicasets.apps', 2n],
  'cronjobs.batch': ['count/jobs.batch', 1n],
};

/** What one pod is charged, with the claims that are made for it. */
export function podUsage(pod: PodLike, claims: readonly VolumeClaimLike[]): Amounts {
  const usage: Amounts = new Map([['pods', NANOS_PER_UNIT], ['count/pods', NANOS_PER_UNIT]]);
  podRequests(pod).forEach((amount, resource) => {
    if (isNative(resource)) { usage.set(resource, amount); }
    if (isNative(resource) || isExtended(resource)) { usage.set(`requests.${resource}`, amount); }
  });
  podLimits(pod).forEach((amount, resource) => {
    if (isNative(resource) && !resource.startsWith('hugepages-')) { usage.set(`limits.${resource}`, amount); }
  });
  objectsOf<VolumeClaimLike>(claims).forEach((claim) => add(usage, claimUsage(claim)));
  return usage;
}

/** What one object is charged. The pods of workloads are charged by {@link podUsage}, not here. */
export function objectUsage(object: Omit<ObjectLike, 'where'>): Amounts {
  const resource = resourceOf(object);
  const usage: Amounts = new Map();
  if (resource === 'pods') { return usage; }
  if (resource === 'persistentvolumeclaims') { return claimUsage(claimOf(object)); }
  usage.set(`count/${resource}`, NANOS_PER_UNIT);
  if (COUNTED_BY_NAME.includes(resource)) { usage.set(resource, NANOS_PER_UNIT); }
  if (resource === 'services') { add(usage, serviceUsage(object.spec)); }
  if (Object.hasOwn(MADE_BY_CONTROLLER, resource)) {
    const [made, count] = MADE_BY_CONTROLLER[resource];
    usage.set(made, count * NANOS_PER_UNIT);
  }
  return usage;
}

// A claim without a class gets the cluster's default class, which a manifest does not know: it counts towards no class.
function claimUsage({ storage, storageClass }: VolumeClaimLike): Amounts {
  const ofClass = typeof storageClass === 'string' && storageClass !== '' ? [`${storageClass}.storageclass.storage.k8s.io/`] : [];
  const charged = (resource: string, amount: NanoQuantity) => ['', ...ofClass].map((prefix) => [prefix + resource, amount] as const);
  return new Map([
    ['count/persistentvolumeclaims', NANOS_PER_UNIT],
    ...charged('persistentvolumeclaims', NANOS_PER_UNIT),
    ...charged('requests.storage', amountOf(storage) ?? 0n),
  ]);
}

// A load balancer takes node ports too, unless it says that it does not. Every such Service has a port, whether the spec shows it or not.
function serviceUsage(spec: unknown): Amounts {
  const type = fieldOf(spec, 'type');
  const ports = objectsOf(fieldOf(spec, 'ports'));
  const nodePorts = type === 'LoadBalancer' && fieldOf(spec, 'allocateLoadBalancerNodePorts') === false
    ? ports.filter(({ nodePort }) => nodePort !== undefined && nodePort !== null && nodePort !== 0).length
    : Math.max(1, ports.length);
  switch (type) {
    case 'LoadBalancer': return new Map([['services.loadbalancers', NANOS_PER_UNIT], ['services.nodeports', BigInt(nodePorts) * NANOS_PER_UNIT]]);
    case 'NodePort': return new Map([['services.nodeports', BigInt(nodePorts) * NANOS_PER_UNIT]]);
    default: return new Map();
  }
}

function isNative(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || resource === 'ephemeral-storage' || resource.startsWith('hugepages-');
}

function isExtended(resource: string): boolean {
  return resource.includes('/') && !resource.includes('kubernetes.io/') && !resource.startsWith('requests.');
}
