import { Analysis, objectsByKind } from './application';
import { append } from './list-map';
import { Labels, SelectorIndex } from './selector-index';
import { KubernetesObject, mapAt, namespaceOf } from '../kubernetes/object';

/** The ServiceMonitors that select a Service of their own namespace. */
export const monitorsOfServices: Analysis<ReadonlySet<KubernetesObject>> = (application) => {
  const byKind = application.fact(objectsByKind);
  const monitors = new Map<string, KubernetesObject[]>();
  for (const monitor of byKind.get('ServiceMonitor') ?? []) { append(monitors, namespaceOf(monitor) ?? '', monitor); }
  const indexes = new Map([...monitors].map(([namespace, own]) => [
    namespace, new SelectorIndex(own.map((item) => ({ item, selector: mapAt(item, 'spec', 'selector') }))),
  ]));
  return new Set((byKind.get('Service') ?? []).flatMap((service) => (
    [...indexes.get(namespaceOf(service) ?? '')?.selecting(mapAt(service, 'metadata', 'labels') as Labels) ?? []])));
};
