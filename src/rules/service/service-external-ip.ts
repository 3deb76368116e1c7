import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

/** @see https://github.com/kubernetes/kubernetes/issues/97076 CVE-2020-8554 */
export const serviceExternalIp = rule({
  id: 'service-external-ip',
  title: 'Service with externalIPs',
  severity: Severity.HIGH,
  domain: 'service',
  why: 'Every node sends what is meant for these addresses to the Service: whoever may write one intercepts the traffic of others (CVE-2020-8554).',
  fix: 'Remove spec.externalIPs, and expose the Service through an Ingress or Gateway.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    trivy: ['KSV-0108'],
    kyverno: ['restrict-service-external-ips'],
  },
  check: everyObject(['Service'], field('spec.externalIPs[]').isAbsent()),
});
