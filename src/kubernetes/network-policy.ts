import { isKubernetesOwn } from './api-group';
import { KubernetesObject, PlainObject, isMap, listAt, valueAt } from './object';
import { LabelSelectorLike } from './selector';

/** What a NetworkPolicy limits. */
export const DIRECTIONS = ['Ingress', 'Egress'] as const;

export type Direction = (typeof DIRECTIONS)[number];

const EVERY_POD: LabelSelectorLike = Object.freeze({});

export function isNetworkPolicy(object: KubernetesObject): boolean {
  return object.kind === 'NetworkPolicy' && isKubernetesOwn(object);
}

/** Which pods of its namespace a policy is for: all of them where it does not say. */
export function podSelectorOf(policy: KubernetesObject): LabelSelectorLike | undefined {
  const selector = valueAt(policy, 'spec', 'podSelector');
  if (selector === undefined) { return EVERY_POD; }
  return isMap(selector) ? selector : undefined;
}

/** Whether a selector leaves nothing out. */
export function selectsEverything(selector: LabelSelectorLike | undefined): boolean {
  return selector !== undefined && [selector.matchLabels, selector.matchExpressions]
    .every((part) => part === undefined || part === null || (typeof part === 'object' && Object.keys(part).length === 0));
}

/** What a policy limits. Without `policyTypes` that is what comes in, and what goes out where it has rules for it. */
export function directionsOf(policy: KubernetesObject): readonly Direction[] {
  const types = listAt(policy, 'spec', 'policyTypes');
  if (types.length > 0) { return DIRECTIONS.filter((direction) => types.includes(direction)); }
  return rulesOf(policy, 'Egress').length > 0 ? DIRECTIONS : ['Ingress'];
}

/** What a policy lets through in a direction that it limits. */
export function rulesOf(policy: KubernetesObject, direction: Direction): readonly unknown[] {
  return listAt(policy, 'spec', direction === 'Ingress' ? 'ingress' : 'egress');
}

/** A side that a policy lets traffic come from or go to. */
export interface NetworkPeer {
  readonly path: string;
  readonly peer: PlainObject;
}

/** Every peer of every rule. */
export function peersOf(policy: KubernetesObject): readonly NetworkPeer[] {
  return [['ingress', 'from'], ['egress', 'to']].flatMap(([rules, peers]) => (
    listAt(policy, 'spec', rules).flatMap((rule, ruleIndex) => listAt(rule, peers).flatMap((peer, index) => (
      isMap(peer) ? [{ path: `spec.${rules}[${ruleIndex}].${peers}[${index}]`, peer }] : [])))));
}
