import { selectsAnyPod } from '../../analysis/pods-by-label';
import { Severity } from '../../findings/severity';
import { isNetworkPolicy, peersOf, selectsEverything } from '../../kubernetes/network-policy';
import { mapAt, namespaceOf, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

/** Other namespaces are often in other manifests, so only peers in the policy's own are looked for. */
export const danglingNetworkPolicyPeer = rule({
  id: 'dangling-network-policy-peer',
  title: 'NetworkPolicy peer that selects no pod',
  severity: Severity.LOW,
  domain: 'network',
  why: 'Either the connection that it was written for is refused, or the door waits for any pod that is given these labels.',
  fix: 'Correct the labels of the peer, or remove it.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    'kube-linter': ['dangling-networkpolicypeer-podselector'],
  },
  default: false,
  check: inApplication(['NetworkPolicy'], (policy, application) => (isNetworkPolicy(policy) ? peersOf(policy) : [])
    .filter(({ peer }) => {
      const selector = mapAt(peer, 'podSelector');
      return selector && valueAt(peer, 'namespaceSelector') === undefined
        && !selectsEverything(selector) && !selectsAnyPod(application, namespaceOf(policy), selector);
    })
    .map(({ path }) => fault(`${path}.podSelector`, `has a peer, ${path}, that selects no pod of its namespace in the manifests`))),
});
