import { SPREAD_KINDS, antiAffinityTerms, keepsApart, runsAlone, spreadConstraints } from './spread';
import { Severity } from '../../findings/severity';
import { podOf } from '../../kubernetes/pod';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const missingAntiAffinity = rule({
  id: 'missing-anti-affinity',
  title: 'Replicas that may share one node',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The scheduler may put all replicas on the same node, and then one broken node is the outage that they were to prevent.',
  fix: 'Add a podAntiAffinity term, or a topologySpreadConstraint, with topologyKey kubernetes.io/hostname that selects the pod\'s own labels.',
  equivalents: {
    'kube-linter': ['no-anti-affinity'],
    'kube-score': ['deployment-has-host-podantiaffinity', 'statefulset-has-host-podantiaffinity'],
  },
  check: perObject(SPREAD_KINDS, (workload) => {
    const pod = podOf(workload);
    if (!pod || runsAlone(workload)) { return undefined; }
    const apart = [...antiAffinityTerms(pod), ...spreadConstraints(pod)].some((term) => keepsApart(term, pod));
    return apart ? undefined : fault(`${pod.specPath}.affinity.podAntiAffinity`, 'does not keep its pods on different nodes');
  }),
});
