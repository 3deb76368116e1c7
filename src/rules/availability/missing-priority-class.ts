import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const missingPriorityClass = rule({
  id: 'missing-priority-class',
  title: 'Priority class missing',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'When the cluster is full, what matters waits beside what does not, and is evicted for whatever has any priority.',
  fix: 'Set priorityClassName to a PriorityClass of the cluster.',
  equivalents: {
    polaris: ['priorityClassNotSet'],
    kyverno: ['require-pod-priorityclassname'],
  },
  default: false,
  check: everyPod(field('priorityClassName').isPresent(), field('priorityClassName').isNot('')),
});
