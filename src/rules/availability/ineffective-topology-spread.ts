import { selectsItself } from './spread';
import { Severity } from '../../findings/severity';
import { listAt, textAt, valueAt } from '../../kubernetes/object';
import { Pod } from '../../kubernetes/pod';
import { fault, perPod } from '../check';
import { rule } from '../rule';

export const ineffectiveTopologySpread = rule({
  id: 'ineffective-topology-spread',
  title: 'Topology spread constraint without effect',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The constraint counts other pods than its own, or is refused, and the replicas end up in one place after all.',
  fix: 'Give the constraint maxSkew of at least 1, a topologyKey, whenUnsatisfiable, and a labelSelector that selects the pod itself.',
  equivalents: {
    'kube-score': ['pod-topology-spread-constraints'],
  },
  check: perPod((pod) => listAt(pod.spec, 'topologySpreadConstraints').flatMap((constraint, index) => {
    const problem = problemOf(constraint, pod);
    return problem === undefined ? [] : [fault(`spec.topologySpreadConstraints[${index}]`, `has a topologySpreadConstraint ${problem}`)];
  })),
});

function problemOf(constraint: unknown, pod: Pod): string | undefined {
  const [maxSkew, minDomains, when] = ['maxSkew', 'minDomains', 'whenUnsatisfiable'].map((name) => valueAt(constraint, name));
  if (!(Number.isInteger(maxSkew) && (maxSkew as number) >= 1)) { return 'whose maxSkew is not at least 1'; }
  if (minDomains !== undefined && !(Number.isInteger(minDomains) && (minDomains as number) >= 1)) { return 'whose minDomains is not at least 1'; }
  if (!textAt(constraint, 'topologyKey')) { return 'without topologyKey'; }
  if (when !== 'DoNotSchedule' && when !== 'ScheduleAnyway') { return 'whose whenUnsatisfiable is neither DoNotSchedule nor ScheduleAnyway'; }
  return selectsItself(constraint, pod) ? undefined : 'whose labelSelector does not select the pod itself';
}
