import { Severity } from '../../findings/severity';
import { listAt } from '../../kubernetes/object';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const barePod = rule({
  id: 'bare-pod',
  title: 'Pod without a controller',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Nobody starts the pod again when its node fails or is drained, and nobody rolls out the fixed image.',
  fix: 'Let a Deployment, StatefulSet, DaemonSet or Job make the pod.',
  equivalents: {
    kubescape: ['C-0073'],
    kyverno: ['prevent-bare-pods'],
  },
  check: perObject(['Pod'], (pod) => (listAt(pod, 'metadata', 'ownerReferences').length > 0 ? undefined : fault('', 'has no controller'))),
});
