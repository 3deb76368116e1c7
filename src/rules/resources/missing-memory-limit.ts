import { everyContainerOrPodStates } from './declared-amount';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const missingMemoryLimit = rule({
  id: 'missing-memory-limit',
  title: 'Memory limit missing',
  severity: Severity.MEDIUM,
  domain: 'resources',
  why: 'One leak, or one request made to exhaust memory, takes the whole node and everything that runs on it down.',
  fix: 'Set resources.limits.memory in every container to the most that it may use.',
  standards: [nsa('resource-policies'), owasp('K01')],
  equivalents: {
    'kube-linter': ['unset-memory-requirements'],
    'kube-score': ['container-resources'],
    'polaris': ['memoryLimitsMissing'],
    'kubesec': ['LimitsMemory'],
    'trivy': ['KSV-0018'],
    'kubescape': ['C-0271', 'C-0009', 'C-0004'],
    'checkov': ['CKV_K8S_13'],
    'kyverno': ['require-pod-requests-limits'],
  },
  check: everyContainerOrPodStates('limits', 'memory'),
});
