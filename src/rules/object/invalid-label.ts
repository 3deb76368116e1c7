import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/names';
import { KubernetesObject, PlainObject, mapAt } from '../../kubernetes/object';
import { podOf } from '../../kubernetes/pod';
import { Fault, fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** What is wrong with the labels of an object, and of the pods that it makes. */
function faultsOf(object: KubernetesObject): Fault[] | undefined {
  const pod = podOf(object);
  const own = faultsIn(mapAt(object, 'metadata', 'labels'), 'metadata.labels', undefined);
  return pod && pod.path !== '' ? faultsIn(mapAt(pod.metadata, 'labels'), `${pod.metadataPath}.labels`, own) : own;
}

function faultsIn(labels: PlainObject | undefined, path: string, found: Fault[] | undefined): Fault[] | undefined {
  let faults = found;
  for (const key in labels) {
    const value = labels[key];
    if (labelKeyProblem(key) !== undefined) {
      (faults ??= []).push(fault(fieldPath(path, [key]), `has the label ${shown(key)}, whose key is invalid`));
    } else if (value !== null && labelValueProblem(value) !== undefined) {
      (faults ??= []).push(fault(fieldPath(path, [key]), `sets the label ${key} to ${shown(value)}`));
    }
  }
  return faults;
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
  check: perObject('any', faultsOf),
});
