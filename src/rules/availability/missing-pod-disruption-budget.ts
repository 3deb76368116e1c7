import { isGuarded } from '../../analysis/disruption-budgets';
import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const missingPodDisruptionBudget = rule({
  id: 'missing-pod-disruption-budget',
  title: 'PodDisruptionBudget missing',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Whoever drains nodes, for an upgrade or to scale down, may evict all replicas at the same time.',
  fix: 'Add a PodDisruptionBudget with maxUnavailable of 1 in the same namespace, whose selector matches the labels of the pods.',
  equivalents: {
    'kube-score': ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
    'polaris': ['missingPodDisruptionBudget'],
    'kyverno': ['require-pdb'],
  },
  check: inApplication(['Deployment', 'StatefulSet'], (workload, application) => (
    valueAt(workload, 'spec', 'replicas') === 0 || isGuarded(application, workload)
      ? undefined : fault('', 'has no PodDisruptionBudget that selects its pods'))),
});
