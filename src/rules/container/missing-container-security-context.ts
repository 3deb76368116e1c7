import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';
import { isEmpty } from './empty';

export const missingContainerSecurityContext = rule({
  id: 'missing-container-security-context',
  title: 'Container without a security context',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Nothing is said about privilege escalation, capabilities or the root filesystem, and the defaults of all three are the loose ones.',
  fix: 'Set securityContext in the container: allowPrivilegeEscalation, readOnlyRootFilesystem and capabilities.',
  standards: [cis('5.6.3'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-security-context-readonlyrootfilesystem'],
    'trivy': ['KSV-0118'],
    'checkov': ['CKV_K8S_30'],
  },
  check: perContainer(({ spec }) => (isEmpty(valueAt(spec, 'securityContext')) ? fault('securityContext', 'sets nothing in securityContext') : undefined)),
});
