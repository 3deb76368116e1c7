import { Analysis, Application } from './application';
import { LabelIndex, Labels } from './label-index';
import { KubernetesObject, mapAt, namespaceOf } from '../kubernetes/object';
import { podOf } from '../kubernetes/pod';
import { LabelSelectorLike } from '../kubernetes/selector';

/** The objects that are or make pods, by namespace and by the labels of their pods. */
const podsByNamespace: Analysis<ReadonlyMap<string, LabelIndex<KubernetesObject>>> = (application) => {
  const byNamespace = new Map<string, LabelIndex<KubernetesObject>>();
  for (const object of application.objects) {
    const pod = podOf(object);
    if (!pod) { continue; }
    const namespace = namespaceOf(object) ?? '';
    const index = byNamespace.get(namespace) ?? new LabelIndex();
    byNamespace.set(namespace, index);
    index.add(object, mapAt(pod.metadata, 'labels') as Labels);
  }
  return byNamespace;
};

/** Whether a selector selects any pod of a namespace. */
export function selectsPod(application: Application, namespace: string | undefined, selector: LabelSelectorLike | undefined): boolean {
  return application.fact(podsByNamespace).get(namespace ?? '')?.find(selector) !== undefined;
}
