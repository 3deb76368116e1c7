import { Severity } from '../../findings/severity';
import { nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

const SINCE_1_0 = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const SINCE_1_27 = [...SINCE_1_0, 'net.ipv4.ip_local_reserved_ports'];
const SINCE_1_29 = [
  ...SINCE_1_27,
  'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
];
const SINCE_1_32 = [...SINCE_1_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];
const SINCE_1_37 = [...SINCE_1_32, 'net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'];

const only = (...names: readonly string[]) => everyPod(field('securityContext.sysctls[].name').is(...names));

export const unsafeSysctl = rule({
  id: 'unsafe-sysctl',
  title: 'Unsafe sysctl',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'A sysctl outside the safe set changes the kernel for other pods of the node, or for the node itself.',
  fix: 'Remove the sysctl from securityContext.sysctls.',
  standards: [pss.baseline('sysctls'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['unsafe-sysctls'],
    'trivy': ['KSV-0026'],
    'kubescape': ['C-0211'],
    'kyverno': ['restrict-sysctls', 'prevent-cr8escape'],
    'pss': ['baseline:sysctls'],
  },
  check: {
    '1.0': only(...SINCE_1_0),
    '1.27': only(...SINCE_1_27),
    '1.29': only(...SINCE_1_29),
    '1.32': only(...SINCE_1_32),
    '1.37': only(...SINCE_1_37),
  },
});
