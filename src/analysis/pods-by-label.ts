import { Analysis, Application } from './application';
import { KubernetesObject, isMap, listAt, mapAt, namespaceOf, textsAt } from '../kubernetes/object';
import { podOf } from '../kubernetes/pod';
import { LabelSelectorLike, matchesSelector } from '../kubernetes/selector';

/** The objects of a namespace that are or make pods. */
interface PodIndex {
  readonly all: KubernetesObject[];
  readonly byLabel: Map<string, KubernetesObject[]>;
  /** What was asked before. */
  readonly selected: Map<string, readonly KubernetesObject[]>;
}

const NONE: readonly KubernetesObject[] = Object.freeze([]);

const podIndexes: Analysis<ReadonlyMap<string, PodIndex>> = (application) => {
  const indexes = new Map<string, PodIndex>();
  for (const object of application.objects) {
    const pod = podOf(object);
    if (!pod) { continue; }
    const namespace = namespaceOf(object) ?? '';
    const index: PodIndex = indexes.get(namespace) ?? { all: [], byLabel: new Map(), selected: new Map() };
    indexes.set(namespace, index);
    index.all.push(object);
    for (const [key, value] of Object.entries(textsAt(pod.metadata, 'labels'))) {
      const labelled = index.byLabel.get(labelKey(key, value));
      if (labelled) {
        labelled.push(object);
      } else {
        index.byLabel.set(labelKey(key, value), [object]);
      }
    }
  }
  return indexes;
};

/**
 * The objects of a namespace whose pods a label selector selects. The same list for the same selector, so that many
 * policies for one set of pods cost no more than one.
 */
export function podsSelected(application: Application, namespace: string | undefined, selector: unknown): readonly KubernetesObject[] {
  const index = application.fact(podIndexes).get(namespace ?? '');
  if (!index || !isMap(selector)) { return NONE; }
  const key = selectorKey(selector);
  let selected = index.selected.get(key);
  if (!selected) {
    selected = candidates(index, selector)
      .filter((object) => matchesSelector(selector as LabelSelectorLike, textsAt(podOf(object)?.metadata, 'labels')));
    index.selected.set(key, selected);
  }
  return selected;
}

/** Whether a label selector selects any pod of a namespace: no further than to the first. */
export function selectsAnyPod(application: Application, namespace: string | undefined, selector: unknown): boolean {
  const index = application.fact(podIndexes).get(namespace ?? '');
  return index !== undefined && isMap(selector) && candidates(index, selector)
    .some((object) => matchesSelector(selector as LabelSelectorLike, textsAt(podOf(object)?.metadata, 'labels')));
}

/** No more pods than those with the rarest of the labels. */
function candidates({ all, byLabel }: PodIndex, selector: unknown): readonly KubernetesObject[] {
  const labels = mapAt(selector, 'matchLabels');
  let rarest: readonly KubernetesObject[] = all;
  for (const key in labels) {
    const labelled = byLabel.get(labelKey(key, labels[key])) ?? NONE;
    if (labelled.length < rarest.length) { rarest = labelled; }
  }
  return rarest;
}

function labelKey(key: string, value: unknown): string {
  return `${key}=${typeof value === 'string' ? value : `(${typeof value})`}`;
}

/** Equal for equal selectors. Built from what a selector may hold, because anchors make YAML cyclic. */
function selectorKey(selector: unknown): string {
  const flat = (value: unknown) => (typeof value === 'string' ? value : [typeof value]);
  return JSON.stringify([
    Object.entries(mapAt(selector, 'matchLabels') ?? {}).map(([key, value]) => [key, flat(value)]).sort(),
    listAt(selector, 'matchExpressions').map((expression) => (isMap(expression)
      ? [flat(expression.key), flat(expression.operator), listAt(expression, 'values').map(flat)] : null)),
    isMap(selector) && Object.entries(selector).map(([field, value]) => [field, Array.isArray(value) ? 'list' : typeof value]),
  ]);
}
