import { Severity } from '../../findings/severity';
import { intOrPercent } from '../../kubernetes/int-or-percent';
import { valueAt } from '../../kubernetes/object';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

const POLICIES = ['maxUnavailable', 'minAvailable'];

export const disruptionBudgetWithoutPolicy = rule({
  id: 'disruption-budget-without-policy',
  title: 'PodDisruptionBudget without a budget',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The PodDisruptionBudget looks like protection, and lets every pod be evicted at once.',
  fix: 'Set either spec.maxUnavailable or spec.minAvailable, to a whole number or a percentage.',
  equivalents: {
    'kube-score': ['poddisruptionbudget-has-policy'],
  },
  check: perObject(['PodDisruptionBudget'], (budget) => {
    const set = POLICIES.filter((name) => valueAt(budget, 'spec', name) !== undefined);
    if (set.length === 0) { return fault('spec', `sets neither ${POLICIES.join(' nor ')}`); }
    return set.filter((name) => !intOrPercent(valueAt(budget, 'spec', name)))
      .map((name) => fault(`spec.${name}`, `sets spec.${name} to ${shown(valueAt(budget, 'spec', name))}, which is no number and no percentage`));
  }),
});
