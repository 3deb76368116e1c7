import { closedDirections } from '../../analysis/network-policies';
import { Severity } from '../../findings/severity';
import { DIRECTIONS } from '../../kubernetes/network-policy';
import { nameOf } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const missingDefaultDeny = rule({
  id: 'missing-default-deny',
  title: 'Namespace that does not deny by default',
  severity: Severity.MEDIUM,
  domain: 'network',
  why: 'A pod that no policy was written for, be it new, forgotten or an attacker\'s, is open to everything.',
  fix: 'Add a NetworkPolicy with an empty podSelector and policyTypes Ingress and Egress.',
  standards: [cis('5.3.2'), nsa('network-policies'), owasp('K07')],
  equivalents: {
    kyverno: ['add-network-policy'],
  },
  check: inApplication(['Namespace'], (namespace, application) => {
    const closed = closedDirections(application, nameOf(namespace));
    const open = closed ? DIRECTIONS.filter((direction) => !closed.has(direction)) : [];
    return open.length === 0 ? undefined : fault('metadata.name', `has NetworkPolicies, but none for the ${open.join(' and ')} of every pod`);
  }),
});
