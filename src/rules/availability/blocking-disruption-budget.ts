import { podsGuardedBy } from '../../analysis/disruption-budgets';
import { Severity } from '../../findings/severity';
import { intOrPercent, podsOf } from '../../kubernetes/int-or-percent';
import { valueAt } from '../../kubernetes/object';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const blockingDisruptionBudget = rule({
  id: 'blocking-disruption-budget',
  title: 'PodDisruptionBudget that forbids every eviction',
  severity: Severity.MEDIUM,
  domain: 'availability',
  why: 'Nodes can no longer be drained, so that kernels and kubelets with known holes stay until somebody deletes pods by force.',
  fix: 'Set maxUnavailable to 1, or minAvailable below the number of replicas.',
  equivalents: {
    'kube-linter': ['pdb-max-unavailable', 'pdb-min-available'],
    'polaris': ['pdbDisruptionsIsZero'],
    'kyverno': ['pdb-maxunavailable', 'pdb-minavailable', 'deployment-replicas-higher-than-pdb', 'require-reasonable-pdbs'],
  },
  check: inApplication(['PodDisruptionBudget'], (budget, application) => {
    const [max, min] = ['maxUnavailable', 'minAvailable'].map((name) => valueAt(budget, 'spec', name));
    if (intOrPercent(max)?.value === 0) { return fault('spec.maxUnavailable', `sets spec.maxUnavailable to ${shown(max)}`); }
    const needed = intOrPercent(min);
    if (!needed) { return undefined; }
    if (needed.percent && needed.value >= 100) { return fault('spec.minAvailable', `sets spec.minAvailable to ${shown(min)}`); }
    const { least = 0, autoscaled } = podsGuardedBy(application, budget);
    const spare = least - podsOf(needed, least);
    // More than an autoscaler keeps is another rule's finding.
    return least > 0 && spare <= 0 && !(autoscaled && spare < 0)
      ? fault('spec.minAvailable', `sets spec.minAvailable to ${shown(min)}, of ${least} ${least === 1 ? 'pod' : 'pods'}`) : undefined;
  }),
});
