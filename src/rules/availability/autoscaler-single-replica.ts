import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const autoscalerSingleReplica = rule({
  id: 'autoscaler-single-replica',
  title: 'Autoscaler that goes down to a single replica',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'In quiet hours one pod is left, without minReplicas too, and every drained node or crash is then an outage.',
  fix: 'Set spec.minReplicas of the HorizontalPodAutoscaler to at least 2.',
  equivalents: {
    'kube-linter': ['hpa-minimum-three-replicas'],
    'kube-score': ['horizontalpodautoscaler-replicas'],
    'polaris': ['hpaMinAvailability'],
  },
  check: everyObject(['HorizontalPodAutoscaler'], field('spec.minReplicas').isAtLeast(2)),
});
