import { Analysis, Application, objectsByKind } from './application';
import { LabelIndex, Labels } from './label-index';
import { KubernetesObject, mapAt, namespaceOf } from '../kubernetes/object';
import { LabelSelectorLike } from '../kubernetes/selector';

/** Services by namespace and by their labels. */
const servicesByNamespace: Analysis<ReadonlyMap<string, LabelIndex<KubernetesObject>>> = (application) => {
  const byNamespace = new Map<string, LabelIndex<KubernetesObject>>();
  for (const service of application.fact(objectsByKind).get('Service') ?? []) {
    const namespace = namespaceOf(service) ?? '';
    const index = byNamespace.get(namespace) ?? new LabelIndex();
    byNamespace.set(namespace, index);
    index.add(service, mapAt(service, 'metadata', 'labels') as Labels);
  }
  return byNamespace;
};

/** Whether a selector selects any Service of a namespace. */
export function selectsService(application: Application, namespace: string | undefined, selector: LabelSelectorLike | undefined): boolean {
  return application.fact(servicesByNamespace).get(namespace ?? '')?.find(selector) !== undefined;
}
