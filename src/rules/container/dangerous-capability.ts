import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { REACHING_THE_NODE } from '../../standards/capabilities';
import { rule } from '../rule';
import { addsNone } from './added-capabilities';

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
  check: addsNone(...REACHING_THE_NODE),
});
