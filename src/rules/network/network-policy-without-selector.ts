import { Severity } from '../../findings/severity';
import { isNetworkPolicy } from '../../kubernetes/network-policy';
import { isMap, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

export const networkPolicyWithoutSelector = rule({
  id: 'network-policy-without-selector',
  title: 'NetworkPolicy without podSelector',
  severity: Severity.LOW,
  domain: 'network',
  why: 'Left out, podSelector means every pod of the namespace; what was meant for one is then allowed for all.',
  fix: 'Write spec.podSelector: labels of the pods that are meant, or {} for every pod.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    trivy: ['KSV-0038'],
  },
  check: perObject(['NetworkPolicy'], (policy) => {
    const selector = valueAt(policy, 'spec', 'podSelector');
    if (!isNetworkPolicy(policy) || isMap(selector)) { return undefined; }
    return fault('spec.podSelector', selector === undefined ? 'does not set spec.podSelector' : `sets spec.podSelector to ${shown(selector)}`);
  }),
});
