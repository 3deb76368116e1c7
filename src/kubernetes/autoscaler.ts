import { ObjectLike, fieldOf, objectsOf } from './namespaced-object';

/** To how many replicas HorizontalPodAutoscalers may scale, by `Kind/name` of what they scale. */
export type AutoscaledReplicas = ReadonlyMap<string, number>;

/**
 * What the HorizontalPodAutoscalers among these objects may scale their targets to; of several on one
 * target the highest counts.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
 */
export function replicasFromAutoscaler(objects: readonly ObjectLike[]): AutoscaledReplicas {
  const replicas = new Map<string, number>();
  for (const { kind, spec } of objectsOf<ObjectLike>(objects)) {
    const most = fieldOf(spec, 'maxReplicas');
    const targetKind = fieldOf(spec, 'scaleTargetRef', 'kind');
    const targetName = fieldOf(spec, 'scaleTargetRef', 'name');
    if (kind !== 'HorizontalPodAutoscaler' || typeof most !== 'number' || typeof targetKind !== 'string' || typeof targetName !== 'string') { continue; }
    const target = `${targetKind}/${targetName}`;
    replicas.set(target, Math.max(most, replicas.get(target) ?? 0));
  }
  return replicas;
}
