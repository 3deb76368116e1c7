import { Severity } from '../../findings/severity';
import { owasp } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const serviceLinks = rule({
  id: 'service-links',
  title: 'Services in the environment',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Addresses of all Services of the namespace stand in the environment: a map for an attacker, and names that can collide with settings.',
  fix: 'Set enableServiceLinks to false; DNS finds Services by name.',
  standards: [owasp('K01')],
  default: false,
  check: everyPod(field('enableServiceLinks').is(false)),
});
