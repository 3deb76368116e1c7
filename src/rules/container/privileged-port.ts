import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const privilegedPort = rule({
  id: 'privileged-port',
  title: 'Port below 1024',
  severity: Severity.LOW,
  domain: 'container',
  why: 'A port below 1024 takes root, a capability or a sysctl to listen on, so the container has more rights than it needs.',
  fix: 'Listen on a port of 1024 or above; the port of the Service may stay what it is.',
  standards: [cis('5.2.9'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    'kube-linter': ['privileged-ports'],
    'trivy': ['KSV-0117'],
  },
  check: everyContainer(field('ports[].containerPort').isAtLeast(1024)),
});
