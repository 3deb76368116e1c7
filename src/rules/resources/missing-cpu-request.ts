import { everyContainerOrPodStates } from './declared-amount';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const missingCpuRequest = rule({
  id: 'missing-cpu-request',
  title: 'CPU request missing',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'Without a request the scheduler packs the pod anywhere, and under load it is the one that gets no processor time.',
  fix: 'Set resources.requests.cpu in every container to what it normally uses.',
  standards: [nsa('resource-policies'), owasp('K01')],
  equivalents: {
    'kube-linter': ['unset-cpu-requirements'],
    'kube-score': ['container-resources'],
    'polaris': ['cpuRequestsMissing'],
    'kubesec': ['RequestsCPU'],
    'trivy': ['KSV-0015'],
    'kubescape': ['C-0268', 'C-0050'],
    'checkov': ['CKV_K8S_10'],
    'kyverno': ['require-pod-requests-limits'],
  },
  check: everyContainerOrPodStates('requests', 'cpu'),
});
