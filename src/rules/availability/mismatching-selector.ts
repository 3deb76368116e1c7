import { Severity } from '../../findings/severity';
import { textsAt, valueAt } from '../../kubernetes/object';
import { podOf } from '../../kubernetes/pod';
import { LabelSelectorLike, matchesSelector } from '../../kubernetes/selector';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const mismatchingSelector = rule({
  id: 'mismatching-selector',
  title: 'Selector that does not match the pods',
  severity: Severity.HIGH,
  domain: 'availability',
  why: 'The API server refuses the workload, so that what should be running, or the fix that should replace it, is not.',
  fix: 'Let spec.selector match labels in spec.template.metadata.labels.',
  equivalents: {
    'kube-linter': ['mismatching-selector'],
    'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'],
    'kubescape': ['C-0296'],
  },
  check: perObject(['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'], (workload) => {
    const selector = valueAt(workload, 'spec', 'selector') as LabelSelectorLike | undefined;
    if (matchesSelector(selector, textsAt(podOf(workload)?.metadata, 'labels'))) { return undefined; }
    return fault('spec.selector', selector === undefined ? 'does not set spec.selector' : 'has a selector that does not match the labels of its pods');
  }),
});
