import { Shortage, brief, calling } from './shortage';
import { LimitRangeBreach, claimBreaches, containersOf, limitRangeBreaches } from '../kubernetes/limit-range';
import { ObjectLike, isObject, objectsOf, resourceOf } from '../kubernetes/namespaced-object';
import { LimitRangeLike, PodLike, ResourceRequirementsLike, hasPodLevelResources, limitRangeItems, withDefaults } from '../kubernetes/pod-resources';
import { formatQuantity } from '../kubernetes/quantity';
import { REQUIRED_BY_QUOTA } from '../kubernetes/quota-usage';
import { amountOf, amountsOf, settingsOf } from '../kubernetes/resource-list';
import { VolumeClaimLike, claimOf } from '../kubernetes/volume-claim';
import { WorkloadLike } from '../kubernetes/workload';

const LIMIT_RANGE_LISTS = ['min', 'max', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

/** Who has a value, in words and as a construct path. */
interface Holder {
  readonly called: string;
  readonly where?: string;
}

/** What no quota, however large, makes room for in a workload: values that are none, breaches of the LimitRange, values that the quota asks for. */
export function workloadRefusals(workload: WorkloadLike, limitRange: LimitRangeLike | undefined, quota: unknown): Shortage[] {
  const { pods, surge, pod, where } = workload;
  const called = calling(workload);
  const numbers = [pods, surge].every((number) => Number.isSafeInteger(number) && number >= 0) ? [] : [{
    where, resource: 'pods', need: `${shown(pods)} + ${shown(surge)}`, room: 'whole numbers', cause: 'malformed' as const,
    message: `${called} has ${shown(pods)} pods and ${shown(surge)} more while it updates, which should be whole numbers`,
  }];
  return [
    ...numbers,
    ...malformedIn(pod, { called, where }),
    ...limitRangeBreaches(pod, limitRange).map((breach) => toShortage(breach, { called: holderOf(called, breach.container), where })),
    ...unset(withDefaults(pod, limitRange), quota, { called, where }),
    ...objectsOf<VolumeClaimLike>(workload.volumeClaims).flatMap((claim) => claimRefusals(claim, limitRange, { called: `each volume claim of ${called}`, where })),
  ];
}

/** What no quota makes room for in an object beside the workloads: PersistentVolumeClaims that the LimitRange does not allow. */
export function objectRefusals(object: ObjectLike, limitRange: LimitRangeLike | undefined): Shortage[] {
  return resourceOf(object) === 'persistentvolumeclaims' ? claimRefusals(claimOf(object), limitRange, { called: calling(object), where: object.where }) : [];
}

/** The values of a quota and of a LimitRange that are no quantities, so that nothing can be held against them. */
export function malformedBounds(quota: unknown, limitRange: LimitRangeLike | undefined): Shortage[] {
  return [
    ...malformed(quota, '', { called: 'the quota' }),
    ...limitRangeItems(limitRange).flatMap((item) => LIMIT_RANGE_LISTS.flatMap((list) => malformed(item[list], `${list}.`, { called: 'the LimitRange' }))),
  ];
}

function claimRefusals(claim: VolumeClaimLike, limitRange: LimitRangeLike | undefined, holder: Holder): Shortage[] {
  return amountOf(claim.storage) === undefined
    ? [malformedValue('requests.storage', claim.storage, holder)]
    : claimBreaches(claim.storage, limitRange).map((breach) => toShortage(breach, holder));
}

function malformedIn(pod: PodLike, { called, where }: Holder): Shortage[] {
  const inResources = (resources: ResourceRequirementsLike | undefined, holder: Holder) => [
    ...malformed(resources?.requests, 'requests.', holder),
    ...malformed(resources?.limits, 'limits.', holder),
  ];
  return [
    ...containersOf(pod).flatMap(({ name, resources }) => inResources(resources, { called: holderOf(called, name), where })),
    ...inResources(pod?.resources, { called: holderOf(called), where }),
    ...malformed(pod?.overhead, 'overhead.', { called: holderOf(called), where }),
  ];
}

function malformed(list: unknown, prefix: string, holder: Holder): Shortage[] {
  return settingsOf(list)
    .filter(([, value]) => amountOf(value) === undefined)
    .map(([resource, value]) => malformedValue(`${prefix}${resource}`, value, holder));
}

function malformedValue(resource: string, value: unknown, { called, where }: Holder): Shortage {
  const given = shown(isObject(value) && 'value' in value ? value.value : value);
  return {
    where, resource, need: given, room: 'a quantity', cause: 'malformed',
    message: `${called} has ${resource} ${given}, allowed is a quantity that is not negative, such as 500m or 128Mi`,
  };
}

// As the server's "must specify limits.memory for: web".
function unset(pod: PodLike, quota: unknown, { called, where }: Holder): Shortage[] {
  if (hasPodLevelResources(pod)) { return []; }
  const required = [...amountsOf(quota)].filter(([resource]) => REQUIRED_BY_QUOTA.includes(resource));
  return containersOf(pod).flatMap(({ name, resources }) => required
    .filter(([resource]) => !isSet(resource, resources))
    .map(([resource, hard]) => ({
      where, resource, need: 'none', room: formatQuantity(resource, hard), cause: 'unset' as const,
      message: `${holderOf(called, name)} has no ${resource}, and the quota admits no pod without it`,
    })));
}

function isSet(quotaResource: string, resources: ResourceRequirementsLike): boolean {
  const list = quotaResource.startsWith('limits.') ? resources.limits : resources.requests;
  return settingsOf(list).some(([resource]) => resource === quotaResource.replace(/^(requests|limits)\./, ''));
}

function toShortage({ resource, need, room, bound }: LimitRangeBreach, { called, where }: Holder): Shortage {
  const has = need === 'none' ? `has no ${resource}` : `has ${resource} ${need}`;
  const sentences = {
    min: `${called} ${has}, the LimitRange asks for at least ${room}`,
    max: `${called} ${has}, the LimitRange allows at most ${room}`,
    maxLimitRequestRatio: need === 'none'
      ? `${called} has no request and limit of ${resource}, the LimitRange allows a limit of at most ${room} times the request`
      : `${called} has a limit of ${resource} that is ${need} times the request, the LimitRange allows at most ${room} times`,
    limit: `${called} ${has}, above its limit of ${room} (its own or the default of the LimitRange)`,
  };
  return { where, resource, need, room, cause: 'limitRange', message: sentences[bound] };
}

function holderOf(workload: string, container?: string): string {
  return container === undefined ? `each pod of ${workload}` : `container ${brief(container)} of ${workload}`;
}

/** A value as one short line, whatever it is. */
function shown(value: unknown): string {
  if (value === undefined || typeof value === 'number') { return `${value ?? 'missing'}`; }
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // a cycle, or a bigint
  }
  text ??= Object.prototype.toString.call(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
