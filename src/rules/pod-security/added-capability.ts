import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const addedCapability = rule({
  id: 'added-capability',
  title: 'Added capability',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'Every capability is a piece of root; few programs need one, and whoever takes over the program has it.',
  fix: 'Remove securityContext.capabilities.add; to serve a port below 1024, listen on a higher one behind a Service.',
  standards: [cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    trivy: ['KSV-0022'],
    checkov: ['CKV_K8S_25'],
  },
  check: everyContainer(field('securityContext.capabilities.add[]').isAbsent()),
});
