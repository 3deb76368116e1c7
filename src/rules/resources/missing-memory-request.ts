import { everyContainerOrPodStates } from './declared-amount';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const missingMemoryRequest = rule({
  id: 'missing-memory-request',
  title: 'Memory request missing',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'The scheduler puts the pod on nodes that are already full, and when memory runs out it is among the first to be evicted.',
  fix: 'Set resources.requests.memory in every container to what it normally uses.',
  standards: [nsa('resource-policies'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-resources'],
    'polaris': ['memoryRequestsMissing'],
    'kubesec': ['RequestsMemory'],
    'trivy': ['KSV-0016'],
    'kubescape': ['C-0269', 'C-0004'],
    'checkov': ['CKV_K8S_12'],
    'kyverno': ['require-pod-requests-limits'],
  },
  check: everyContainerOrPodStates('requests', 'memory'),
});
