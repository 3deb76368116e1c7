import { objectsOf } from './namespaced-object';
import {
  ContainerLike, LimitRangeItemLike, LimitRangeLike, PodLike, ResourceRequirementsLike, containerTotals, limitRangeItems, withDefaults,
} from './pod-resources';
import { NANOS_PER_UNIT, NanoQuantity, formatCpu, formatQuantity } from './quantity';
import { amountOf, amountsOf, settingsOf } from './resource-list';

/** A reason for which the API server refuses a pod or a claim. */
export interface LimitRangeBreach {
  /** The container, where it is not the pod as a whole. */
  readonly container?: string;
  /** `requests.cpu`, `limits.memory`; of a ratio only the resource, `cpu`. */
  readonly resource: string;
  /** What is there: a quantity, `none`, or for a ratio the limit divided by the request. */
  readonly need: string;
  /** The bound of the LimitRange, or `limit` where a container requests more than its own limit. */
  readonly bound: 'min' | 'max' | 'maxLimitRequestRatio' | 'limit';
  /** The value of that bound. */
  readonly room: string;
}

/** Requests and limits; an undefined amount is there but no quantity, about which bounds have nothing to say. */
interface Measured {
  readonly container?: string;
  readonly requests: ReadonlyMap<string, NanoQuantity | undefined>;
  readonly limits: ReadonlyMap<string, NanoQuantity | undefined>;
}

/**
 * What a LimitRange refuses in a pod, once its defaults are set. A request above its limit, which
 * such defaults can bring about, is refused with and without one.
 *
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function limitRangeBreaches(pod: PodLike, limitRange: LimitRangeLike | undefined): LimitRangeBreach[] {
  const defaulted = withDefaults(pod, limitRange);
  // The overhead of a pod is charged to quotas but not held against a LimitRange.
  const whole: Measured = { requests: containerTotals(defaulted, 'requests'), limits: containerTotals(defaulted, 'limits') };
  const perContainer = itemsOf(limitRange, 'Container');
  return [
    ...containersOf(defaulted).map(({ name, resources }) => measured(resources, name)).flatMap((container) => [
      ...perContainer.flatMap((item) => itemBreaches(item, container)),
      ...requestsAboveLimits(container),
    ]),
    ...itemsOf(limitRange, 'Pod').flatMap((item) => itemBreaches(item, whole)),
    ...requestsAboveLimits(measured(defaulted.resources)),
  ];
}

/** What a LimitRange refuses in a PersistentVolumeClaim that asks for so much storage. */
export function claimBreaches(storage: unknown, limitRange: LimitRangeLike | undefined): LimitRangeBreach[] {
  const claim = measured({ requests: { storage } });
  return itemsOf(limitRange, 'PersistentVolumeClaim').flatMap(({ min, max }) => [
    ...[...amountsOf(min)].map(([resource, bound]) => minBreach(claim, resource, bound)),
    ...[...amountsOf(max)].map(([resource, bound]) => missing(claim, 'requests', resource, 'max', bound)
      ?? above(claim, 'requests', resource, 'max', bound)),
  ]).filter(isBreach);
}

/** The containers of a pod, each with a name to call it by. */
export function containersOf(pod: PodLike): { readonly name: string; readonly resources: ResourceRequirementsLike }[] {
  return (['initContainers', 'containers'] as const).flatMap((list) => objectsOf<ContainerLike>(pod?.[list]).map(({ name, resources }, index) => ({
    name: typeof name === 'string' && name !== '' ? name : `${list}[${index}]`,
    resources: resources ?? {},
  })));
}

function itemBreaches({ min, max, maxLimitRequestRatio }: LimitRangeItemLike, it: Measured): LimitRangeBreach[] {
  return [
    ...[...amountsOf(min)].map(([resource, bound]) => minBreach(it, resource, bound)),
    ...[...amountsOf(max)].map(([resource, bound]) => missing(it, 'limits', resource, 'max', bound)
      ?? above(it, 'limits', resource, 'max', bound)
      ?? above(it, 'requests', resource, 'max', bound)),
    ...[...amountsOf(maxLimitRequestRatio)].map(([resource, bound]) => ratioBreach(it, resource, bound)),
  ].filter(isBreach);
}

function minBreach(it: Measured, resource: string, min: NanoQuantity): LimitRangeBreach | undefined {
  return missing(it, 'requests', resource, 'min', min) ?? below(it, 'requests', resource, min) ?? below(it, 'limits', resource, min);
}

function ratioBreach(it: Measured, resource: string, ratio: NanoQuantity): LimitRangeBreach | undefined {
  const bound = { container: it.container, resource, bound: 'maxLimitRequestRatio', room: formatCpu(ratio) } as const;
  if (!it.requests.has(resource) || !it.limits.has(resource)) { return { ...bound, need: 'none' }; }
  const request = it.requests.get(resource);
  const limit = it.limits.get(resource);
  if (request === undefined || limit === undefined) { return undefined; }
  if (request === 0n || limit === 0n) { return { ...bound, need: 'none' }; }
  // Kubernetes shows such ratios as decimals; rounded up to thousandths, a ratio just above the bound never looks equal to it.
  const thousandths = (limit * 1000n + request - 1n) / request;
  return limit * NANOS_PER_UNIT > ratio * request ? { ...bound, need: `${Number(thousandths) / 1000}` } : undefined;
}

function requestsAboveLimits(it: Measured): LimitRangeBreach[] {
  return [...it.limits].map(([resource, limit]) => limit === undefined ? undefined : above(it, 'requests', resource, 'limit', limit)).filter(isBreach);
}

function missing(it: Measured, which: Which, resource: string, bound: 'min' | 'max', room: NanoQuantity): LimitRangeBreach | undefined {
  return it[which].has(resource) ? undefined : breach(it, which, resource, bound, room, 'none');
}

function below(it: Measured, which: Which, resource: string, min: NanoQuantity): LimitRangeBreach | undefined {
  const amount = it[which].get(resource);
  return amount !== undefined && amount < min ? breach(it, which, resource, 'min', min, formatQuantity(resource, amount)) : undefined;
}

function above(it: Measured, which: Which, resource: string, bound: 'max' | 'limit', most: NanoQuantity): LimitRangeBreach | undefined {
  const amount = it[which].get(resource);
  return amount !== undefined && amount > most ? breach(it, which, resource, bound, most, formatQuantity(resource, amount)) : undefined;
}

type Which = 'requests' | 'limits';

function breach(it: Measured, which: Which, resource: string, bound: LimitRangeBreach['bound'], room: NanoQuantity, need: string): LimitRangeBreach {
  return { container: it.container, resource: `${which}.${resource}`, need, bound, room: formatQuantity(resource, room) };
}

function isBreach(found: LimitRangeBreach | undefined): found is LimitRangeBreach {
  return found !== undefined;
}

function measured(resources: ResourceRequirementsLike | undefined, container?: string): Measured {
  const readings = (list: unknown) => new Map(settingsOf(list).map(([resource, value]) => [resource, amountOf(value)]));
  return { container, requests: readings(resources?.requests), limits: readings(resources?.limits) };
}

function itemsOf(limitRange: LimitRangeLike | undefined, type: string): LimitRangeItemLike[] {
  return limitRangeItems(limitRange).filter((item) => item.type === type);
}
