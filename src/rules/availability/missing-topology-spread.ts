import { SPREAD_KINDS, spreadConstraints } from './spread';
import { Severity } from '../../findings/severity';
import { podOf } from '../../kubernetes/pod';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const missingTopologySpread = rule({
  id: 'missing-topology-spread',
  title: 'Replicas that may share one zone',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Nothing spreads the replicas over nodes and zones evenly, so that the loss of one zone can be the loss of all.',
  fix: 'Add topologySpreadConstraints for kubernetes.io/hostname and topology.kubernetes.io/zone that select the pod\'s own labels.',
  equivalents: {
    polaris: ['topologySpreadConstraint'],
    kyverno: ['topologyspreadconstraints-policy'],
  },
  check: perObject(SPREAD_KINDS, (workload) => {
    const pod = podOf(workload);
    return !pod || spreadConstraints(pod).length > 0 ? undefined
      : fault(`${pod.specPath}.topologySpreadConstraints`, 'has no topologySpreadConstraints');
  }),
});
