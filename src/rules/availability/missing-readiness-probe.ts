import { everyServingContainerHas } from './serving-container';
import { Severity } from '../../findings/severity';
import { rule } from '../rule';

export const missingReadinessProbe = rule({
  id: 'missing-readiness-probe',
  title: 'Readiness probe missing',
  severity: Severity.MEDIUM,
  domain: 'availability',
  why: 'Pods get traffic before they can answer it, and a rollout of a broken version goes on until no working pod is left.',
  fix: 'Set readinessProbe to a check that fails while the container should get no traffic.',
  equivalents: {
    'kube-linter': ['no-readiness-probe'],
    'kube-score': ['pod-probes'],
    'polaris': ['readinessProbeMissing'],
    'kubescape': ['C-0018'],
    'checkov': ['CKV_K8S_9'],
  },
  check: everyServingContainerHas('readinessProbe'),
});
