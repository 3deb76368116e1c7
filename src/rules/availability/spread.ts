import { KubernetesObject, PlainObject, isMap, listAt, textAt, textsAt, valueAt } from '../../kubernetes/object';
import { Pod } from '../../kubernetes/pod';
import { LabelSelectorLike, matchesSelector } from '../../kubernetes/selector';

/** Keys of node labels: pods that differ in one of them are on different nodes. */
export const NODE_TOPOLOGIES = [
  'kubernetes.io/hostname',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
];

/** Kinds whose pods should be apart. */
export const SPREAD_KINDS = ['Deployment', 'StatefulSet'];

/** Whether a workload says itself that it has no two pods to be kept apart. */
export function runsAlone(workload: KubernetesObject): boolean {
  const replicas = valueAt(workload, 'spec', 'replicas');
  return replicas === 0 || replicas === 1;
}

/** Whether a term or a constraint is about the pod's own kind. */
export function selectsItself(term: unknown, pod: Pod): boolean {
  return isMap(term) && matchesSelector(term.labelSelector as LabelSelectorLike, textsAt(pod.metadata, 'labels'));
}

/** The terms that keep a pod away from others, whether it must or should. */
export function antiAffinityTerms(pod: Pod): readonly unknown[] {
  const terms = (when: string) => listAt(pod.spec, 'affinity', 'podAntiAffinity', when);
  return [
    ...terms('requiredDuringSchedulingIgnoredDuringExecution'),
    ...terms('preferredDuringSchedulingIgnoredDuringExecution').map((preferred) => valueAt(preferred, 'podAffinityTerm')),
  ];
}

export function spreadConstraints(pod: Pod): readonly PlainObject[] {
  return listAt(pod.spec, 'topologySpreadConstraints').filter(isMap);
}

/** Whether a term or a constraint keeps pods of the same kind on different nodes. */
export function keepsApart(term: unknown, pod: Pod): boolean {
  return NODE_TOPOLOGIES.includes(textAt(term, 'topologyKey') ?? '') && selectsItself(term, pod);
}
