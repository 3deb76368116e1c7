import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/names';
import { KubernetesObject, mapAt } from '../../kubernetes/object';
import { podOf } from '../../kubernetes/pod';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** The maps of labels of an object, and of the pods that it makes. */
function labelsOf(object: KubernetesObject): [string, Readonly<Record<string, unknown>>][] {
  const pod = podOf(object);
  const ofPod = pod && pod.path !== '' ? mapAt(pod.metadata, 'labels') : undefined;
  return [['metadata.labels', mapAt(object, 'metadata', 'labels') ?? {}], [`${pod?.metadataPath}.labels`, ofPod ?? {}]];
}

export const invalidLabel = rule({
  id: 'invalid-label',
  title: 'Invalid label',
  severity: Severity.MEDIUM,
  domain: 'object',
  why: 'The API server refuses the object, and the policies, Services and budgets that select by the label miss it.',
  fix: 'Use at most 63 letters, digits, hyphens, underscores and dots, beginning and ending with a letter or digit; put other text into annotations.',
  equivalents: {
    'kube-score': ['label-values'],
  },
  check: perObject('any', (object) => labelsOf(object).flatMap(([path, labels]) => Object.entries(labels).flatMap(([key, value]) => {
    if (labelKeyProblem(key) !== undefined) { return [fault(fieldPath(path, [key]), `has the label ${shown(key)}, whose key is invalid`)]; }
    const right = value === null || labelValueProblem(value) === undefined;
    return right ? [] : [fault(fieldPath(path, [key]), `sets the label ${key} to ${shown(value)}`)];
  }))),
});
