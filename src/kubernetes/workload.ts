import { AutoscaledReplicas } from './autoscaler';
import { fieldOf, isObject, objectsOf } from './namespaced-object';
import { PodLike } from './pod-resources';
import { VolumeClaimLike, claimOf } from './volume-claim';

/** Something that runs pods, as far as quotas look at it. */
export interface WorkloadLike {
  readonly kind: string;
  readonly name: string;
  /** Path of the construct that makes it. */
  readonly where: string;
  /** How many pods it runs. NaN where the manifest says something that is no number. */
  readonly pods: number;
  /** How many more it may run while it is updated. */
  readonly surge: number;
  readonly pod: PodLike;
  /** What each of its pods claims. */
  readonly volumeClaims?: readonly VolumeClaimLike[];
}

const POD_SPEC_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/**
 * What a synthesized object runs, or undefined when it runs no pods.
 *
 * Two kinds cannot be known in full: a DaemonSet runs one pod per node and counts as one, since a
 * manifest does not know the nodes; a CronJob counts as one run at a time, which
 * `concurrencyPolicy: Allow` does not promise.
 *
 * @param object a rendered manifest
 * @param where path of the construct that makes it
 * @param autoscaled replicas that a HorizontalPodAutoscaler may scale to; they count when they are more than the manifest's own
 */
export function workloadOf(object: any, where: string, autoscaled: AutoscaledReplicas = new Map()): WorkloadLike | undefined {
  const kind = fieldOf(object, 'kind');
  if (typeof kind !== 'string' || !Object.hasOwn(POD_SPEC_PATHS, kind)) { return undefined; }
  const named = fieldOf(object, 'metadata', 'name');
  const name = typeof named === 'string' ? named : '';
  const pod = fieldOf(object, ...POD_SPEC_PATHS[kind]);
  const pods = Math.max(podCount(kind, fieldOf(object, 'spec')), autoscaled.get(`${kind}/${name}`) ?? 0);
  return {
    kind,
    name,
    where,
    pods,
    surge: surgeOf(kind, fieldOf(object, 'spec'), pods),
    pod: isObject(pod) ? pod : {},
    volumeClaims: [...templatesOf(fieldOf(object, 'spec')), ...ephemeralTemplatesOf(pod)].map(claimOf),
  };
}

function podCount(kind: string, spec: unknown): number {
  switch (kind) {
    case 'Pod':
    case 'DaemonSet': return 1;
    case 'CronJob': return podCount('Job', fieldOf(spec, 'jobTemplate', 'spec'));
    // https://kubernetes.io/docs/concepts/workloads/controllers/job/#controlling-parallelism
    case 'Job': return Math.min(numberOr(1, fieldOf(spec, 'parallelism')), numberOr(Infinity, fieldOf(spec, 'completions')));
    default: return numberOr(1, fieldOf(spec, 'replicas'));
  }
}

/**
 * An update never runs more new pods than there are replicas, whatever `maxSurge` says.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge
 */
function surgeOf(kind: string, spec: unknown, pods: number): number {
  if (kind === 'Deployment' && fieldOf(spec, 'strategy', 'type') !== 'Recreate') {
    return Math.min(pods, scaled(fieldOf(spec, 'strategy', 'rollingUpdate', 'maxSurge') ?? '25%', pods));
  }
  if (kind === 'DaemonSet' && fieldOf(spec, 'updateStrategy', 'type') !== 'OnDelete') {
    return Math.min(pods, scaled(fieldOf(spec, 'updateStrategy', 'rollingUpdate', 'maxSurge') ?? 0, pods));
  }
  return 0;
}

function scaled(numberOrPercent: unknown, pods: number): number {
  const percent = typeof numberOrPercent === 'string' ? /^(\d{1,9})%$/.exec(numberOrPercent) : null;
  return percent ? Math.ceil(pods * Number(percent[1]) / 100) : numberOr(0, numberOrPercent);
}

function templatesOf(spec: unknown): unknown[] {
  return objectsOf(fieldOf(spec, 'volumeClaimTemplates'));
}

// https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
function ephemeralTemplatesOf(pod: unknown): unknown[] {
  return objectsOf(fieldOf(pod, 'volumes')).map((volume) => fieldOf(volume, 'ephemeral', 'volumeClaimTemplate')).filter(isObject);
}

function numberOr(fallback: number, value: unknown): number {
  if (value === undefined || value === null) { return fallback; }
  return typeof value === 'number' ? value : NaN;
}
