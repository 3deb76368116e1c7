import { Severity } from '../../findings/severity';
import { owasp } from '../../standards';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const ingressDefaultBackend = rule({
  id: 'ingress-default-backend',
  title: 'Ingress with a default backend',
  severity: Severity.LOW,
  domain: 'service',
  why: 'Requests that no rule was written for still reach a Service, under every host and every path.',
  fix: 'Remove spec.defaultBackend, and write a rule for each host.',
  standards: [owasp('K07')],
  equivalents: {
    kyverno: ['restrict-ingress-defaultbackend'],
  },
  default: false,
  check: everyObject(['Ingress'], field('spec.defaultBackend').isAbsent()),
});
