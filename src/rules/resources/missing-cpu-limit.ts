import { everyContainerOrPodStates } from './declared-amount';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const missingCpuLimit = rule({
  id: 'missing-cpu-limit',
  title: 'CPU limit missing',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'A container that loops, or mines coins for somebody else, takes every core of the node from its neighbours.',
  fix: 'Set resources.limits.cpu in every container to the most that it may use.',
  standards: [nsa('resource-policies'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-resources'],
    'polaris': ['cpuLimitsMissing'],
    'kubesec': ['LimitsCPU'],
    'trivy': ['KSV-0011'],
    'kubescape': ['C-0270', 'C-0009', 'C-0050'],
    'checkov': ['CKV_K8S_11'],
    'kyverno': ['require-cpu-limits'],
  },
  check: everyContainerOrPodStates('limits', 'cpu'),
});
