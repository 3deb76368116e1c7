import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

/** Part of `exposed-service`; for those who do without that rule, because load balancers are how they expose Services. */
export const nodePortService = rule({
  id: 'node-port-service',
  title: 'NodePort Service',
  severity: Severity.MEDIUM,
  domain: 'service',
  why: 'The port is open on every node, to whoever reaches any of them, with nothing in front that could filter or log.',
  fix: 'Set spec.type to ClusterIP, and expose the Service through an Ingress or Gateway with TLS.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    'kube-score': ['service-type'],
    'kyverno': ['restrict-node-port'],
  },
  default: false,
  check: everyObject(['Service'], field('spec.type').isAbsentOr('ClusterIP', 'ExternalName', 'LoadBalancer')),
});
