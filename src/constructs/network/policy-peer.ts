import * as kplus from 'cdk8s-plus-27';
import { cidrContains, cidrProblem } from '../../kubernetes/cidr';
import { dnsLabelProblem, labelKeyProblem, labelValueProblem } from '../../kubernetes/names';
import { PropCheck } from '../validation/prop-check';

export interface PolicyPeers {
  readonly peers: kplus.k8s.NetworkPolicyPeer[];
  readonly mistakes: PropCheck[];
}

/**
 * A peer as a NetworkPolicy spells it. What cdk8s-plus lets through and Kubernetes would read as
 * "everybody" (a selector whose values are empty) or refuse (an impossible CIDR) is a mistake here.
 *
 * @param ownNamespace namespace of the policy: its own pods need no namespaceSelector
 */
export function translatePeer(peer: kplus.INetworkPolicyPeer, ownNamespace: string | undefined, prop: string): PolicyPeers {
  const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig();
  if (ipBlock) {
    const block = ipBlock._toKube();
    return { peers: [{ ipBlock: block }], mistakes: cidrMistakes(block, prop) };
  }
  if (!podSelector) {
    return { peers: [], mistakes: [{ when: true, prop, given: peer.node.path, allowed: 'a peer with pods or addresses' }] };
  }

  const pods = translateSelector(podSelector.labelSelector, prop);
  const { names, labelSelector } = podSelector.namespaces ?? {};
  const namespaces = labelSelector ? translateSelector(labelSelector, `${prop}.namespaces`) : undefined;
  const mistakes = [...pods.mistakes, ...namespaces?.mistakes ?? []];
  if (!names) {
    return { peers: [{ podSelector: pods.selector, namespaceSelector: namespaces?.selector }], mistakes };
  }
  mistakes.push(...names.map((name) => ({
    when: dnsLabelProblem(name) !== undefined, prop: `${prop}.namespaces`, given: name, allowed: dnsLabelProblem(name) ?? '',
  })));
  const peers = names.map((name) => name === ownNamespace && !namespaces
    ? { podSelector: pods.selector }
    : {
      podSelector: pods.selector,
      namespaceSelector: {
        matchExpressions: namespaces?.selector.matchExpressions,
        matchLabels: { ...namespaces?.selector.matchLabels, [kplus.Namespace.NAME_LABEL]: name },
      },
    });
  if (peers.length === 0) {
    mistakes.push({ when: true, prop: `${prop}.namespaces`, given: names, allowed: 'at least one namespace' });
  }
  return { peers, mistakes };
}

/** A label selector; `{}`, which selects everything, only comes out when nothing was asked for. */
export function translateSelector(selector: kplus.LabelSelector, prop: string): { selector: kplus.k8s.LabelSelector; mistakes: PropCheck[] } {
  const kube: kplus.k8s.LabelSelector = selector._toKube();
  const labels = kube.matchLabels ?? {};
  const expressions = kube.matchExpressions ?? [];
  const lost = !selector.isEmpty() && !kube.matchLabels && !kube.matchExpressions;
  const mistakes: PropCheck[] = [
    {
      when: lost || Object.values(labels).some((value) => value === ''),
      prop: `${prop}.labels`, given: lost ? '' : labels, allowed: 'a selector whose labels all have a value',
      because: 'an empty value is dropped on the way to the manifest, and an empty selector selects every pod',
    },
    ...Object.entries(labels).flatMap(([key, value]) => [
      { when: labelKeyProblem(key) !== undefined, prop: `${prop}.labels`, given: key, allowed: labelKeyProblem(key) ?? '' },
      { when: labelValueProblem(value) !== undefined, prop: `${prop}.labels.${key}`, given: value, allowed: labelValueProblem(value) ?? '' },
    ]),
    ...expressions.map((expression) => ({
      when: !isExpression(expression), prop: `${prop}.expressions`, given: expression,
      allowed: 'a label key, with one of the operators In and NotIn and at least one label value, or Exists and DoesNotExist and none',
    })),
  ];
  return { selector: kube, mistakes };
}

function isExpression({ key, operator, values = [] }: kplus.k8s.LabelSelectorRequirement): boolean {
  if (labelKeyProblem(key) !== undefined || !Array.isArray(values)) { return false; }
  return ['In', 'NotIn'].includes(operator)
    ? values.length > 0 && values.every((value) => labelValueProblem(value) === undefined)
    : ['Exists', 'DoesNotExist'].includes(operator) && values.length === 0;
}

function cidrMistakes(block: kplus.k8s.IpBlock, prop: string): PropCheck[] {
  const problem = cidrProblem(block.cidr);
  return [
    { when: problem !== undefined, prop: `${prop}.cidr`, given: block.cidr, allowed: problem ?? '' },
    ...(block.except ?? []).map((except) => ({
      when: problem === undefined && (cidrProblem(except) !== undefined || !cidrContains(block.cidr, except)),
      prop: `${prop}.except`, given: except, allowed: `a CIDR inside ${block.cidr}`,
    })),
  ];
}
