import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field, inherited } from '../vocabulary';

export const missingSeccompProfile = rule({
  id: 'missing-seccomp-profile',
  title: 'No seccomp profile',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'Without a profile the container may make every system call of the kernel, which is where most ways out of a container begin.',
  fix: 'Set securityContext.seccompProfile.type to RuntimeDefault in the pod.',
  standards: [pss.restricted('seccompProfile_restricted'), cis('5.6.2'), nsa('hardening-container-environments'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-seccomp-profile'],
    'kubesec': ['SeccompAny'],
    'trivy': ['KSV-0030', 'KSV-0104'],
    'kubescape': ['C-0055', 'C-0210', 'C-0211'],
    'checkov': ['CKV_K8S_31'],
    'kyverno': ['restrict-seccomp-strict'],
    'pss': ['restricted:seccompProfile_restricted'],
  },
  check: everyContainer(inherited('securityContext.seccompProfile.type').isPresent()).unlessPod(field('os.name').is('windows')),
});
