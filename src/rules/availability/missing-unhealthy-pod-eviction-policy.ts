import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const missingUnhealthyPodEvictionPolicy = rule({
  id: 'missing-unhealthy-pod-eviction-policy',
  title: 'Eviction of unhealthy pods left undecided',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'By default a pod that crashes over and over counts against the budget, and one broken release keeps nodes from being drained.',
  fix: 'Set spec.unhealthyPodEvictionPolicy to AlwaysAllow.',
  equivalents: {
    'kube-linter': ['pdb-unhealthy-pod-eviction-policy'],
  },
  check: {
    1.27: everyObject(['PodDisruptionBudget'], field('spec.unhealthyPodEvictionPolicy').is('AlwaysAllow', 'IfHealthyBudget')),
  },
});
