import { Analysis, Application } from './application';
import { KubernetesObject, nameOf, namespaceOf, textAt } from '../kubernetes/object';

/** Services whose endpoints are written by hand: `<namespace>/<name>`. */
const servicesWithEndpoints: Analysis<ReadonlySet<string>> = (application) => {
  const names = new Set<string>();
  for (const object of application.objects) {
    const service = object.kind === 'Endpoints' ? nameOf(object)
      : object.kind === 'EndpointSlice' ? textAt(object, 'metadata', 'labels', 'kubernetes.io/service-name') : undefined;
    if (service !== undefined) { names.add(`${namespaceOf(object) ?? ''}/${service}`); }
  }
  return names;
};

export function hasOwnEndpoints(application: Application, service: KubernetesObject): boolean {
  return application.fact(servicesWithEndpoints).has(`${namespaceOf(service) ?? ''}/${nameOf(service)}`);
}
