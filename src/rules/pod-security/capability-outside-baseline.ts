import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { OF_CONTAINER_RUNTIMES } from '../../standards/capabilities';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const capabilityOutsideBaseline = rule({
  id: 'capability-outside-baseline',
  title: 'Capability that the baseline level forbids',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'Capabilities beyond those that container runtimes give by themselves reach the network, the kernel or the devices of the node.',
  fix: 'Remove the capability from securityContext.capabilities.add.',
  standards: [pss.baseline('capabilities_baseline'), cis('5.2.8'), cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    kyverno: ['disallow-capabilities'],
    pss: ['baseline:capabilities_baseline'],
  },
  check: everyContainer(field('securityContext.capabilities.add[]').is(...OF_CONTAINER_RUNTIMES)),
});
