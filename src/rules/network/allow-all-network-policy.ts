import { Severity } from '../../findings/severity';
import { DIRECTIONS, Direction, directionsOf, isNetworkPolicy, rulesOf } from '../../kubernetes/network-policy';
import { KubernetesObject, listAt, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

const ANYWHERE = ['0.0.0.0/0', '::/0'];

/** No peers are all peers, and no ports are all ports. */
function allowsEverything(allowed: unknown, direction: Direction): boolean {
  const peers = listAt(allowed, direction === 'Ingress' ? 'from' : 'to');
  const anywhere = peers.length === 0
    || peers.some((peer) => ANYWHERE.includes(valueAt(peer, 'ipBlock', 'cidr') as string) && listAt(peer, 'ipBlock', 'except').length === 0);
  return anywhere && listAt(allowed, 'ports').length === 0;
}

function openRules(policy: KubernetesObject, direction: Direction): string[] {
  return rulesOf(policy, direction).flatMap((allowed, index) => (
    allowsEverything(allowed, direction) ? [`spec.${direction.toLowerCase()}[${index}]`] : []));
}

export const allowAllNetworkPolicy = rule({
  id: 'allow-all-network-policy',
  title: 'NetworkPolicy that allows everything',
  severity: Severity.MEDIUM,
  domain: 'network',
  why: 'Policies add up: one that allows every peer and every port undoes all the others that select the same pods.',
  fix: 'Name the peers, or at least the ports, that are needed.',
  standards: [nsa('network-policies'), owasp('K07')],
  check: perObject(['NetworkPolicy'], (policy) => (!isNetworkPolicy(policy) ? undefined
    : DIRECTIONS.filter((direction) => directionsOf(policy).includes(direction)).flatMap((direction) => (
      openRules(policy, direction).map((path) => fault(path, `allows all ${direction} in ${path}`)))))),
});
