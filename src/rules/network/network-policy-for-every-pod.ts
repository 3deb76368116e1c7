import { Severity } from '../../findings/severity';
import { isNetworkPolicy, podSelectorOf, rulesOf, selectsEverything } from '../../kubernetes/network-policy';
import { listAt, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

/** Every pod resolves names. */
function isForDns(egress: unknown): boolean {
  const ports = listAt(egress, 'ports');
  return ports.length > 0 && ports.every((each) => valueAt(each, 'port') === 53 && valueAt(each, 'endPort') === undefined);
}

export const networkPolicyForEveryPod = rule({
  id: 'network-policy-for-every-pod',
  title: 'Traffic allowed for every pod of the namespace',
  severity: Severity.LOW,
  domain: 'network',
  why: 'What one pod needs is allowed to all of them, those of tomorrow included.',
  fix: 'Select the pods that need the connection by their labels; keep the empty podSelector for denying by default.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    kyverno: ['restrict-networkpolicy-empty-podselector'],
  },
  default: false,
  check: perObject(['NetworkPolicy'], (policy) => {
    if (!isNetworkPolicy(policy) || !selectsEverything(podSelectorOf(policy))) { return undefined; }
    const allows = rulesOf(policy, 'Ingress').length > 0 || !rulesOf(policy, 'Egress').every(isForDns);
    return allows ? fault('spec.podSelector', 'allows traffic for every pod of its namespace') : undefined;
  }),
});
