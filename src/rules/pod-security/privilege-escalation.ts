import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const privilegeEscalation = rule({
  id: 'privilege-escalation',
  title: 'Privilege escalation allowed',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'A set-user-ID binary or a file capability makes root of any user in the container; the kernel forbids it only when asked to.',
  fix: 'Set securityContext.allowPrivilegeEscalation to false in every container.',
  standards: [pss.restricted('allowPrivilegeEscalation'), cis('5.2.6'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['privilege-escalation-container'],
    'polaris': ['privilegeEscalationAllowed'],
    'kubesec': ['AllowPrivilegeEscalation'],
    'trivy': ['KSV-0001'],
    'kubescape': ['C-0016', 'C-0211'],
    'checkov': ['CKV_K8S_20'],
    'kyverno': ['disallow-privilege-escalation'],
    'pss': ['restricted:allowPrivilegeEscalation'],
  },
  check: everyContainer(field('securityContext.allowPrivilegeEscalation').is(false)).unlessPod(field('os.name').is('windows')),
});
