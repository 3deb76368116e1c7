import { Severity } from '../../findings/severity';
import { owasp } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const hostAlias = rule({
  id: 'host-alias',
  title: 'Entries in /etc/hosts',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Entries in /etc/hosts pass over DNS: they send the traffic of the pod to an address that nobody else sees or can correct.',
  fix: 'Remove hostAliases, and use a Service, or an ExternalName Service for what is outside.',
  standards: [owasp('K01')],
  equivalents: {
    kubesec: ['HostAliases'],
    trivy: ['KSV-0007'],
  },
  check: everyPod(field('hostAliases[]').isAbsent()),
});
