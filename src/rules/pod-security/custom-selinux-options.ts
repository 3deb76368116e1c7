import { Severity } from '../../findings/severity';
import { nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPodAndContainer, field } from '../vocabulary';

const TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t'];

const only = (...types: readonly string[]) => everyPodAndContainer(
  field('securityContext.seLinuxOptions.type').isAbsentOr(...types),
  field('securityContext.seLinuxOptions.user').isAbsentOr(''),
  field('securityContext.seLinuxOptions.role').isAbsentOr(''),
);

export const customSelinuxOptions = rule({
  id: 'custom-selinux-options',
  title: 'SELinux options outside the container types',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'A type such as spc_t, or a user or role of its own, takes the container out of the confinement that keeps it off the files of the node.',
  fix: 'Remove user and role from seLinuxOptions, and leave type out or set it to container_t.',
  standards: [pss.baseline('seLinuxOptions'), nsa('hardening-container-environments'), owasp('K01')],
  equivalents: {
    trivy: ['KSV-0025'],
    kyverno: ['disallow-selinux'],
    pss: ['baseline:seLinuxOptions'],
  },
  check: {
    '1.0': only(...TYPES),
    '1.31': only(...TYPES, 'container_engine_t'),
  },
});
