import { Severity } from '../../findings/severity';
import { cis, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const capabilityOutsideRestricted = rule({
  id: 'capability-outside-restricted',
  title: 'Capability that the restricted level forbids',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'The restricted level of Pod Security admits NET_BIND_SERVICE at most, because every other capability is a piece of root.',
  fix: 'Remove every capability but NET_BIND_SERVICE from securityContext.capabilities.add.',
  standards: [pss.restricted('capabilities_restricted'), cis('5.2.9')],
  equivalents: {
    trivy: ['KSV-0106'],
    kyverno: ['disallow-capabilities-strict'],
    pss: ['restricted:capabilities_restricted'],
  },
  default: false,
  check: everyContainer(field('securityContext.capabilities.add[]').is('NET_BIND_SERVICE')).unlessPod(field('os.name').is('windows')),
});
