import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const externalNameService = rule({
  id: 'external-name-service',
  title: 'Service that is an alias',
  severity: Severity.LOW,
  domain: 'service',
  why: 'Clients trust a name of the cluster and are sent elsewhere: whoever may change it, or buys the lapsed domain, takes the traffic.',
  fix: 'Give clients the real host name, so that TLS checks it and a NetworkPolicy can allow it, or use a Service with endpoints.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    trivy: ['KSV-0108'],
  },
  check: everyObject(['Service'], field('spec.externalName').isAbsentOr('')),
});
