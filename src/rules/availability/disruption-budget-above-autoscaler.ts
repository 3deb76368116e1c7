import { podsGuardedBy } from '../../analysis/disruption-budgets';
import { Severity } from '../../findings/severity';
import { intOrPercent, podsOf } from '../../kubernetes/int-or-percent';
import { valueAt } from '../../kubernetes/object';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const disruptionBudgetAboveAutoscaler = rule({
  id: 'disruption-budget-above-autoscaler',
  title: 'PodDisruptionBudget that asks for more than the autoscaler keeps',
  severity: Severity.MEDIUM,
  domain: 'availability',
  why: 'When the autoscaler has gone down to its minimum, no node can be drained, and the upgrade of the cluster stands still.',
  fix: 'Set maxUnavailable to 1 in place of minAvailable, or raise minReplicas of the HorizontalPodAutoscaler.',
  equivalents: {
    polaris: ['pdbMinAvailableGreaterThanHPAMinReplicas'],
  },
  check: inApplication(['PodDisruptionBudget'], (budget, application) => {
    const min = valueAt(budget, 'spec', 'minAvailable');
    const needed = intOrPercent(min);
    const { least, autoscaled } = podsGuardedBy(application, budget);
    return needed && autoscaled && least !== undefined && podsOf(needed, least) > least
      ? fault('spec.minAvailable', `sets spec.minAvailable to ${shown(min)}, but the autoscaler keeps only ${least}`) : undefined;
  }),
});
