import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { addsNone } from './added-capabilities';

/** SYS_ADMIN, SYS_MODULE and NET_RAW have rules of their own. */
const DANGEROUS = [
  'ALL', 'BPF', 'DAC_READ_SEARCH', 'MAC_ADMIN', 'MAC_OVERRIDE', 'NET_ADMIN', 'PERFMON', 'SETPCAP', 'SYS_BOOT', 'SYS_PTRACE', 'SYS_RAWIO',
];

export const dangerousCapability = rule({
  id: 'dangerous-capability',
  title: 'Capability that reaches the node',
  severity: Severity.HIGH,
  domain: 'container',
  why: 'The capability reads memory, traffic or files beyond the container, or changes the kernel: what is taken over here takes over the node.',
  fix: 'Remove the capability from securityContext.capabilities.add.',
  standards: [cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    polaris: ['dangerousCapabilities'],
    kubescape: ['C-0046'],
  },
  check: addsNone(...DANGEROUS),
});
