import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const missingJobTtl = rule({
  id: 'missing-job-ttl',
  title: 'Finished Job that stays',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Finished Jobs and their pods, with environment and logs, pile up until somebody deletes them or the quota is used up.',
  fix: 'Set spec.ttlSecondsAfterFinished.',
  equivalents: {
    'kube-linter': ['job-ttl-seconds-after-finished'],
    'kyverno': ['add-ttl-jobs'],
  },
  check: everyObject(['Job'], field('spec.ttlSecondsAfterFinished').isAtLeast(0)),
});
