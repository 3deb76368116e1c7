import { Severity } from '../../findings/severity';
import { textAt } from '../../kubernetes/object';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { fault, perObject } from '../check';
import { rule } from '../rule';

const LABEL = 'app.kubernetes.io/name';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export const missingNameLabel = rule({
  id: 'missing-name-label',
  title: 'Workload without the recommended name label',
  severity: Severity.LOW,
  domain: 'object',
  why: 'Dashboards, inventories and policies that go by the recommended labels do not see these pods.',
  fix: `Label the object and its pod template ${LABEL}.`,
  equivalents: {
    kubescape: ['C-0077'],
    kyverno: ['require-labels'],
  },
  check: perObject(POD_BEARING_KINDS, (object) => {
    const pod = podOf(object);
    const places = pod ? new Map([['metadata', object.metadata], [pod.metadataPath, pod.metadata]]) : [];
    return [...places].filter(([, metadata]) => !textAt(metadata, 'labels', LABEL))
      .map(([path]) => fault(`${path}.labels["${LABEL}"]`, `does not set the label ${LABEL} in ${path}`));
  }),
});
