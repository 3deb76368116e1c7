import { Application } from '../../analysis/application';
import { objectNamed } from '../../analysis/named-objects';
import { Severity } from '../../findings/severity';
import { Backend, ROUTE_KINDS, ingressBackendsOf, isIngress, routeBackendsOf } from '../../kubernetes/ingress';
import { KubernetesObject, listAt, namespaceOf, valueAt } from '../../kubernetes/object';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

function problemOf({ service: name, namespace, port, unread }: Backend, object: KubernetesObject, application: Application): string | undefined {
  if (unread) { return 'which it names in a field of older versions: networking.k8s.io/v1 reads service.name'; }
  const service = objectNamed(application, 'Service', namespace ?? namespaceOf(object), name);
  // another namespace may well be in other manifests
  if (!service) { return namespace === undefined || namespace === namespaceOf(object) ? 'which is not in the manifests' : undefined; }
  const ports = listAt(service, 'spec', 'ports');
  return ports.some((each) => valueAt(each, 'port') === port || valueAt(each, 'name') === port) ? undefined : `which has no port ${shown(port)}`;
}

export const danglingBackend = rule({
  id: 'dangling-backend',
  title: 'Ingress or route to a Service that is not there',
  severity: Severity.MEDIUM,
  domain: 'service',
  why: 'Users get errors; and whoever may create a Service of that name in the namespace receives their requests.',
  fix: 'Correct the name or the port of the Service, or remove the rule.',
  equivalents: {
    'kube-linter': ['dangling-ingress'],
    'kube-score': ['ingress-targets-service'],
    'kubescape': ['C-0298', 'C-0302'],
  },
  check: inApplication(['Ingress', ...ROUTE_KINDS], (object, application) => {
    const backends = isIngress(object) ? ingressBackendsOf(object) : ROUTE_KINDS.includes(object.kind) ? routeBackendsOf(object) : [];
    return backends.flatMap((backend) => {
      const problem = problemOf(backend, object, application);
      return problem ? [fault(backend.path, `sends traffic to the Service ${shown(backend.service)}, ${problem}`)] : [];
    });
  }),
});
