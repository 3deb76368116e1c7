import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const cronJobTtl = rule({
  id: 'cron-job-ttl',
  title: 'CronJob whose history is deleted early',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The time to live deletes failed Jobs before the history limits of the CronJob would, and the logs that explain a failure with them.',
  fix: 'Remove ttlSecondsAfterFinished from spec.jobTemplate; the history limits of the CronJob clean up.',
  equivalents: {
    'kube-linter': ['job-ttl-seconds-after-finished'],
  },
  check: everyObject(['CronJob'], field('spec.jobTemplate.spec.ttlSecondsAfterFinished').isAbsent()),
});
