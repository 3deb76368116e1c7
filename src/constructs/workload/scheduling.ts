import * as kplus from 'cdk8s-plus-27';

const HOSTNAME = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

/**
 * Replicas apart from each other where the cluster allows it: preferences only, so that a small
 * cluster still schedules all of them.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function spreadConstraints(matchLabels: { [key: string]: string }): kplus.k8s.TopologySpreadConstraint[] {
  return [HOSTNAME, ZONE].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
  }));
}

/** The affinity that the user gave, and a preference for nodes without another replica. */
export function withSoftAntiAffinity(affinity: kplus.k8s.Affinity | undefined, matchLabels: { [key: string]: string }): kplus.k8s.Affinity {
  const given = affinity?.podAntiAffinity;
  return {
    ...affinity,
    podAntiAffinity: {
      ...given,
      preferredDuringSchedulingIgnoredDuringExecution: [
        ...given?.preferredDuringSchedulingIgnoredDuringExecution ?? [],
        { weight: 100, podAffinityTerm: { topologyKey: HOSTNAME, labelSelector: { matchLabels } } },
      ],
    },
  };
}
