import { isObject, objectsOf } from './namespaced-object';
import { formatQuantity } from './quantity';
import { Amounts, ResourceList, add, amountsOf, raise, settingsOf } from './resource-list';

export interface ResourceRequirementsLike {
  readonly requests?: ResourceList;
  readonly limits?: ResourceList;
}

export interface ContainerLike {
  readonly name?: string;
  /** `Always` makes an init container a sidecar. */
  readonly restartPolicy?: string;
  readonly resources?: ResourceRequirementsLike;
}

/** A pod spec, as far as resources go. */
export interface PodLike {
  readonly containers?: readonly ContainerLike[];
  readonly initContainers?: readonly ContainerLike[];
  readonly overhead?: ResourceList;
  readonly resources?: ResourceRequirementsLike;
}

export interface LimitRangeItemLike {
  readonly type?: string;
  readonly min?: ResourceList;
  readonly max?: ResourceList;
  readonly default?: ResourceList;
  readonly defaultRequest?: ResourceList;
  readonly maxLimitRequestRatio?: ResourceList;
}

/** A LimitRange: its spec, or the whole object. */
export interface LimitRangeLike {
  readonly limits?: readonly LimitRangeItemLike[];
  readonly spec?: { readonly limits?: readonly LimitRangeItemLike[] };
}

/**
 * The pod as it stands when quotas and limits look at it: first the API server sets requests to
 * limits, then the LimitRange fills in what is still missing.
 *
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function withDefaults(pod: PodLike, limitRange: LimitRangeLike | undefined): PodLike {
  const served = withPodLevelDefaults(eachContainer(pod, ({ requests, limits }) => ({ limits, requests: { ...limits, ...requests } })));
  const defaults = containerDefaults(limitRange);
  return eachContainer(served, ({ requests, limits }) => ({
    limits: { ...defaults.limits, ...limits },
    requests: { ...defaults.requests, ...requests },
  }));
}

/** What a pod requests in all, its overhead included: this is what quotas charge and what a node must have free. */
export function podRequests(pod: PodLike): Amounts {
  const requests = containerTotals(pod, 'requests');
  add(requests, amountsOf(pod?.overhead));
  return requests;
}

/** What a pod may use in all; its overhead counts for the resources that are limited at all. */
export function podLimits(pod: PodLike): Amounts {
  const limits = containerTotals(pod, 'limits');
  add(limits, new Map([...amountsOf(pod?.overhead)].filter(([resource]) => (limits.get(resource) ?? 0n) > 0n)));
  return limits;
}

/**
 * The highest sum of what runs at once: containers and sidecars together, or an init container with
 * the sidecars started before it. What the pod sets for itself replaces it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/
 */
export function containerTotals(pod: PodLike, which: 'requests' | 'limits'): Amounts {
  const total: Amounts = new Map();
  const sidecars: Amounts = new Map();
  const initialization: Amounts = new Map();
  for (const container of objectsOf<ContainerLike>(pod?.containers)) {
    add(total, amountsOf(container.resources?.[which]));
  }
  for (const container of objectsOf<ContainerLike>(pod?.initContainers)) {
    const own = amountsOf(container.resources?.[which]);
    const isSidecar = container.restartPolicy === 'Always';
    if (isSidecar) { add(total, own); }
    add(own, sidecars);
    raise(initialization, own);
    if (isSidecar) { own.forEach((amount, resource) => sidecars.set(resource, amount)); }
  }
  raise(total, initialization);
  amountsOf(pod?.resources?.[which]).forEach((amount, resource) => {
    if (isPodLevelResource(resource)) { total.set(resource, amount); }
  });
  return total;
}

/** Whether the pod itself sets resources, so that its containers need not. */
export function hasPodLevelResources(pod: PodLike): boolean {
  return [...settingsOf(pod?.resources?.requests), ...settingsOf(pod?.resources?.limits)].some(([resource]) => isPodLevelResource(resource));
}

/** The items of a LimitRange. */
export function limitRangeItems(limitRange: LimitRangeLike | undefined): LimitRangeItemLike[] {
  return objectsOf(limitRange?.limits ?? limitRange?.spec?.limits);
}

// As SetDefaults_Pod does: limits of the pod stand in for requests of the pod, unless its containers say what they request.
function withPodLevelDefaults(pod: PodLike): PodLike {
  if (!hasPodLevelResources(pod)) { return pod; }
  const requested = settingsOf(pod.resources?.requests);
  const ofContainers = (which: 'requests' | 'limits') => asTexts(containerTotals({ ...pod, resources: undefined }, which));
  const limits = [
    ...ofContainers('limits').filter(([resource]) => isHugePages(resource) && !requested.some(([other]) => other === resource)),
    ...settingsOf(pod.resources?.limits),
  ];
  const requests = limits.length === 0 ? requested : [
    ...limits.filter(([resource]) => isPodLevelResource(resource)),
    ...ofContainers('requests').filter(([resource]) => isPodLevelResource(resource) && !isHugePages(resource)),
    ...requested,
  ];
  return { ...pod, resources: { limits: Object.fromEntries(limits), requests: Object.fromEntries(requests) } };
}

// As SetDefaults_LimitRangeItem does: `default` is `max`, `defaultRequest` is `default` and then `min`, where they are not given.
function containerDefaults(limitRange: LimitRangeLike | undefined): ResourceRequirementsLike {
  const limits: [string, unknown][] = [];
  const requests: [string, unknown][] = [];
  for (const item of limitRangeItems(limitRange).filter(({ type }) => type === 'Container')) {
    const defaults = [...settingsOf(item.max), ...settingsOf(item.default)];
    limits.push(...defaults);
    requests.push(...settingsOf(item.min), ...defaults, ...settingsOf(item.defaultRequest));
  }
  return { limits: Object.fromEntries(limits), requests: Object.fromEntries(requests) };
}

type Change = (resources: Required<ResourceRequirementsLike>) => ResourceRequirementsLike;

function eachContainer(pod: PodLike, change: Change): PodLike {
  const changed = (containers: unknown) => objectsOf<ContainerLike>(containers).map((container) => ({
    ...container,
    resources: change({
      requests: Object.fromEntries(settingsOf(container.resources?.requests)),
      limits: Object.fromEntries(settingsOf(container.resources?.limits)),
    }),
  }));
  return { ...isObject(pod) ? pod : {}, containers: changed(pod?.containers), initContainers: changed(pod?.initContainers) };
}

function asTexts(amounts: Amounts): [string, string][] {
  return [...amounts].map(([resource, amount]) => [resource, formatQuantity(resource, amount)]);
}

function isPodLevelResource(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || isHugePages(resource);
}

function isHugePages(resource: string): boolean {
  return resource.startsWith('hugepages-');
}
