import { everyServingContainerHas } from './serving-container';
import { Severity } from '../../findings/severity';
import { rule } from '../rule';

export const missingLivenessProbe = rule({
  id: 'missing-liveness-probe',
  title: 'Liveness probe missing',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'A process that hangs is never restarted: it holds its memory, its locks and its place until a person looks.',
  fix: 'Set livenessProbe to a check that fails only when a restart helps.',
  equivalents: {
    'kube-linter': ['no-liveness-probe'],
    'kube-score': ['pod-probes'],
    'polaris': ['livenessProbeMissing'],
    'kubescape': ['C-0056'],
    'checkov': ['CKV_K8S_8'],
  },
  check: everyServingContainerHas('livenessProbe'),
});
