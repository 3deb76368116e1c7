import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

export const autoscalerWithoutHeadroom = rule({
  id: 'autoscaler-without-headroom',
  title: 'Autoscaler that cannot scale',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The HorizontalPodAutoscaler looks like protection from load, and adds no pod when the load comes.',
  fix: 'Set spec.maxReplicas above spec.minReplicas, or set spec.replicas of the workload instead.',
  equivalents: {
    polaris: ['hpaMaxAvailability'],
  },
  check: perObject(['HorizontalPodAutoscaler'], (autoscaler) => {
    const min = valueAt(autoscaler, 'spec', 'minReplicas') ?? 1;
    const max = valueAt(autoscaler, 'spec', 'maxReplicas');
    if (typeof min === 'number' && typeof max === 'number' && max > min) { return undefined; }
    return fault('spec.maxReplicas', max === undefined ? 'does not set spec.maxReplicas'
      : `sets spec.maxReplicas to ${shown(max)}, not above its minReplicas of ${shown(min)}`);
  }),
});
