import { Severity } from '../../findings/severity';
import { KubernetesObject, textAt } from '../../kubernetes/object';
import { Pod, POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { nsa } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

/** Labels that say what something is, or whose. */
const TELLING = [
  'app', 'tier', 'phase', 'version', 'owner', 'env',
  ...['name', 'instance', 'version', 'component', 'part-of'].map((name) => `app.kubernetes.io/${name}`),
];

function isLabelled(metadata: unknown): boolean {
  return TELLING.some((label) => textAt(metadata, 'labels', label));
}

/** Where labels are missing: on the object, on its pods, or on both. */
function bareMetadata(object: KubernetesObject, pod: Pod): string[] {
  return [
    ...isLabelled(object.metadata) ? [] : ['metadata.labels'],
    ...pod.path === '' || isLabelled(pod.metadata) ? [] : [`${pod.metadataPath}.labels`],
  ];
}

export const unlabelledWorkload = rule({
  id: 'unlabelled-workload',
  title: 'Workload without telling labels',
  severity: Severity.LOW,
  domain: 'object',
  why: 'In an incident nobody knows what the pods are or whom to call, and no policy can select them.',
  fix: 'Label the object and its pod template app.kubernetes.io/name and owner.',
  standards: [nsa('namespaces')],
  equivalents: {
    kubescape: ['C-0076'],
  },
  check: perObject(POD_BEARING_KINDS, (object) => {
    const pod = podOf(object);
    return pod && bareMetadata(object, pod).map((path) => fault(path, `has no label in ${path} that says what it is`));
  }),
});
