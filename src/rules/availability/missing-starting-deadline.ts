import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const missingStartingDeadline = rule({
  id: 'missing-starting-deadline',
  title: 'CronJob without a starting deadline',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'After a hundred missed starts the CronJob never runs again, and nobody is told; a job that is long overdue starts at a bad time.',
  fix: 'Set spec.startingDeadlineSeconds; below 10 the controller may miss every start.',
  equivalents: {
    'kube-score': ['cronjob-has-deadline'],
  },
  check: everyObject(['CronJob'], field('spec.startingDeadlineSeconds').isAtLeast(10)),
});
