import { closedDirections } from '../../analysis/network-policies';
import { Severity } from '../../findings/severity';
import { nameOf } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const namespaceWithoutNetworkPolicy = rule({
  id: 'namespace-without-network-policy',
  title: 'Namespace without NetworkPolicy',
  severity: Severity.MEDIUM,
  domain: 'network',
  why: 'A namespace without policies is no border: its pods talk to, and are reached by, every other pod of the cluster.',
  fix: 'Add a NetworkPolicy with an empty podSelector and policyTypes Ingress and Egress, then allow what is needed.',
  standards: [cis('5.3.2'), nsa('network-policies'), owasp('K07')],
  equivalents: {
    kubescape: ['C-0049', 'C-0054', 'C-0206'],
    kyverno: ['add-network-policy', 'add-networkpolicy-dns'],
  },
  check: inApplication(['Namespace'], (namespace, application) => (
    closedDirections(application, nameOf(namespace)) ? undefined : fault('metadata.name', 'has no NetworkPolicy'))),
});
