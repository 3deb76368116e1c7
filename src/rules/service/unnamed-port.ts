import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const unnamedPort = rule({
  id: 'unnamed-port',
  title: 'Port without a name',
  severity: Severity.LOW,
  domain: 'service',
  why: 'Services, probes and policies must then repeat the number, and one of them is forgotten when it changes.',
  fix: 'Name every port: ports[].name.',
  equivalents: {
    kyverno: ['require-container-port-names'],
  },
  default: false,
  check: everyContainer(field('ports[].name').isPresent()),
});
