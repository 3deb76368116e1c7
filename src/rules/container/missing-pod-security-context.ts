import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, perPod } from '../check';
import { rule } from '../rule';
import { isEmpty } from './empty';

export const missingPodSecurityContext = rule({
  id: 'missing-pod-security-context',
  title: 'Pod without a security context',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Nothing is said about user, group or seccomp, so every container runs as its image says, often as root.',
  fix: 'Set securityContext in the pod: runAsNonRoot, runAsUser, runAsGroup and seccompProfile.',
  standards: [cis('5.6.3'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    trivy: ['KSV-0118'],
    checkov: ['CKV_K8S_29'],
  },
  check: perPod(({ spec }) => (isEmpty(valueAt(spec, 'securityContext')) ? fault('spec.securityContext', 'sets nothing in securityContext') : undefined)),
});
