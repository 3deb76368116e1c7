import { isolationOf } from '../../analysis/network-policies';
import { Severity } from '../../findings/severity';
import { DIRECTIONS } from '../../kubernetes/network-policy';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { cis, nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const oneWayNetworkPolicy = rule({
  id: 'one-way-network-policy',
  title: 'Pod limited in one direction only',
  severity: Severity.MEDIUM,
  domain: 'network',
  why: 'Open egress carries data out and attacks on; open ingress lets any pod of the cluster in. Either undoes half of the policy.',
  fix: 'Select the pod by a NetworkPolicy whose policyTypes include the missing direction, and allow what is needed.',
  standards: [cis('5.3.2'), nsa('network-policies'), owasp('K07')],
  equivalents: {
    'kube-score': ['pod-networkpolicy'],
    'polaris': ['missingNetworkPolicy'],
  },
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    const { closed } = isolationOf(application, object);
    const open = closed.size === 1 && DIRECTIONS.find((direction) => !closed.has(direction));
    return pod && open ? fault(`${pod.metadataPath}.labels`, `runs without a NetworkPolicy for its ${open}`) : undefined;
  }),
});
