import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPodAndContainer, field } from '../vocabulary';

export const seccompUnconfined = rule({
  id: 'seccomp-unconfined',
  title: 'Seccomp switched off',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'Unconfined lets the container make every system call of the kernel, which is where most ways out of a container begin.',
  fix: 'Set securityContext.seccompProfile.type to RuntimeDefault, or to Localhost with a profile of your own.',
  standards: [pss.baseline('seccompProfile_baseline'), pss.restricted('seccompProfile_restricted'), cis('5.6.2'), nsa('hardening-container-environments'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-seccomp-profile'],
    'kubesec': ['SeccompUnconfined'],
    'trivy': ['KSV-0030', 'KSV-0104'],
    'kubescape': ['C-0055', 'C-0210', 'C-0211'],
    'checkov': ['CKV_K8S_31'],
    'kyverno': ['restrict-seccomp', 'restrict-seccomp-strict'],
    'pss': ['baseline:seccompProfile_baseline', 'restricted:seccompProfile_restricted'],
  },
  check: everyPodAndContainer(field('securityContext.seccompProfile.type').isAbsentOr('RuntimeDefault', 'Localhost')),
});
