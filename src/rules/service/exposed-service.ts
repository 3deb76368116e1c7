import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const exposedService = rule({
  id: 'exposed-service',
  title: 'Service open to the outside',
  severity: Severity.MEDIUM,
  domain: 'service',
  why: 'A NodePort or LoadBalancer is reached by whoever reaches the nodes, past the Ingress with its TLS, authentication and logs.',
  fix: 'Set spec.type to ClusterIP, and expose the Service through an Ingress or Gateway with TLS.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    'kube-linter': ['exposed-services'],
    'kube-score': ['service-type'],
    'kyverno': ['restrict-loadbalancer'],
  },
  check: everyObject(['Service'], field('spec.type').isAbsentOr('ClusterIP', 'ExternalName')),
});
