import { malformedBounds, objectRefusals, workloadRefusals } from './refusals';
import { Shortage, calling } from './shortage';
import { ObjectLike, objectsOf } from '../kubernetes/namespaced-object';
import { LimitRangeLike, withDefaults } from '../kubernetes/pod-resources';
import { NANOS_PER_UNIT, NanoQuantity, formatQuantity } from '../kubernetes/quantity';
import { objectUsage, podUsage } from '../kubernetes/quota-usage';
import { Amounts, amountsOf } from '../kubernetes/resource-list';
import { WorkloadLike } from '../kubernetes/workload';

export { replicasFromAutoscaler } from '../kubernetes/autoscaler';
export { workloadOf } from '../kubernetes/workload';
export type { LimitRangeLike, ObjectLike, Shortage, WorkloadLike };

/** What a namespace offers, and what is to run in it. */
export interface CapacityInput {
  /** `spec.hard` of a ResourceQuota without scopes. */
  readonly quota: Record<string, unknown>;
  readonly limitRange?: LimitRangeLike;
  readonly workloads: readonly WorkloadLike[];
  /** Every object of the namespace, the workloads too: they count towards `count/deployments.apps` and the like. */
  readonly objects: readonly ObjectLike[];
}

/** What one workload or object takes out of a quota. */
interface Share {
  readonly called: string;
  readonly where?: string;
  readonly each: Amounts;
  /** How many of it there always are. */
  readonly running: bigint;
  /** How many more there may be while it is updated. */
  readonly surge: bigint;
}

// The control plane puts these into every namespace, and they count.
const IN_EVERY_NAMESPACE = [{ kind: 'ConfigMap', name: 'kube-root-ca.crt' }, { kind: 'ServiceAccount', name: 'default' }];

const NAMED_IN_SUM = 3;

/**
 * Everything that will not fit into a namespace: pods that the LimitRange or the quota refuses
 * whatever else runs, then what exceeds the quota, alone or all together, with every workload at
 * its full replicas while it is updated.
 *
 * Objects that controllers make later (Endpoints, Events, more than one Job of a CronJob) are not counted.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export function shortages(input: CapacityInput): Shortage[] {
  const { quota, limitRange } = input;
  const workloads = objectsOf<WorkloadLike>(input.workloads);
  const objects = objectsOf<ObjectLike>(input.objects);
  const shares = [
    ...workloads.map((workload) => workloadShare(workload, limitRange)),
    ...objects.map((object) => objectShare(object, calling(object), object.where)),
    ...IN_EVERY_NAMESPACE.filter(({ kind, name }) => !objects.some((object) => object.kind === kind && object.name === name))
      .map((object) => objectShare(object, `${calling(object)} (which Kubernetes puts into every namespace)`)),
  ];
  return [
    ...malformedBounds(quota, limitRange),
    ...workloads.flatMap((workload) => workloadRefusals(workload, limitRange, quota)),
    ...objects.flatMap((object) => objectRefusals(object, limitRange)),
    ...[...amountsOf(quota)].flatMap(([resource, room]) => quotaShortages(resource, room, shares)),
  ];
}

/** Who exceeds the quota alone is named alone; the others are held against it together. */
function quotaShortages(resource: string, room: NanoQuantity, shares: readonly Share[]): Shortage[] {
  const takers = shares.filter((share) => needOf(share, resource) > 0n);
  const shortage = (need: NanoQuantity, who: string, where?: string): Shortage => ({
    where, resource, need: formatQuantity(resource, need), room: formatQuantity(resource, room), cause: 'quota',
    message: `${resource}: ${who}, the quota has room for ${formatQuantity(resource, room)}`,
  });
  const alone = takers.filter((share) => needOf(share, resource) > room);
  const others = takers.filter((share) => needOf(share, resource) <= room);
  const sum = others.reduce((total, share) => total + needOf(share, resource), 0n);
  return [
    ...alone.map((share) => shortage(needOf(share, resource), `${share.called} needs ${arithmetic(share, resource)}`, share.where)),
    ...sum > room ? [shortage(sum, `${largest(others, resource)}; in all ${formatQuantity(resource, sum)}`)] : [],
  ];
}

function largest(takers: readonly Share[], resource: string): string {
  const named = [...takers]
    .sort((a, b) => Number(needOf(b, resource) - needOf(a, resource)))
    .slice(0, NAMED_IN_SUM)
    .map((share) => isOneObject(share, resource) ? share.called : `${share.called} needs ${arithmetic(share, resource)}`);
  const more = takers.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** `500m`, `6 × 500m = 3`, `(5 + 1 while it updates) × 500m = 3`, and of whole pods just `6`. */
function arithmetic(share: Share, resource: string): string {
  const { running, surge } = share;
  const each = share.each.get(resource) ?? 0n;
  const total = formatQuantity(resource, needOf(share, resource));
  const count = surge > 0n ? `${running} + ${surge} while it updates` : `${running}`;
  if (running + surge === 1n) { return total; }
  if (each === NANOS_PER_UNIT) { return surge > 0n ? `${count} = ${total}` : total; }
  return `${surge > 0n ? `(${count})` : count} × ${formatQuantity(resource, each)} = ${total}`;
}

function needOf({ each, running, surge }: Share, resource: string): NanoQuantity {
  return (each.get(resource) ?? 0n) * (running + surge);
}

function isOneObject(share: Share, resource: string): boolean {
  return needOf(share, resource) === NANOS_PER_UNIT && resource !== 'cpu' && !/^(requests|limits)\./.test(resource);
}

function workloadShare(workload: WorkloadLike, limitRange: LimitRangeLike | undefined): Share {
  return {
    called: calling(workload),
    where: workload.where,
    each: podUsage(withDefaults(workload.pod, limitRange), workload.volumeClaims ?? []),
    running: whole(workload.pods),
    surge: whole(workload.surge),
  };
}

function objectShare(object: Omit<ObjectLike, 'where'>, called: string, where?: string): Share {
  return { called, where, each: objectUsage(object), running: 1n, surge: 0n };
}

// What is no whole number is reported as such, and counts as nothing here.
function whole(count: number): bigint {
  return Number.isSafeInteger(count) && count > 0 ? BigInt(count) : 0n;
}
