import { Severity } from '../../findings/severity';
import { all } from '../check';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

const ENDING = ['OnFailure', 'Never'];

export const jobRestartPolicy = rule({
  id: 'job-restart-policy',
  title: 'Job that does not say when to restart',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The default, Always, makes no sense for a job: the API server refuses it, and the job that was relied on never runs.',
  fix: 'Set restartPolicy of the pod template to OnFailure or Never.',
  equivalents: {
    'kube-linter': ['restart-policy'],
    'kube-score': ['cronjob-restartpolicy'],
  },
  check: all(
    everyObject(['CronJob'], field('spec.jobTemplate.spec.template.spec.restartPolicy').is(...ENDING)),
    everyObject(['Job'], field('spec.template.spec.restartPolicy').is(...ENDING)),
  ),
});
