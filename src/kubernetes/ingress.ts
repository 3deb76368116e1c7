import { isKubernetesOwn } from './api-group';
import { KubernetesObject, isMap, listAt, textAt, valueAt } from './object';

export function isIngress(object: KubernetesObject): boolean {
  return object.kind === 'Ingress' && isKubernetesOwn(object);
}

/** A Service, and one of its ports by number or by name, that traffic is sent to. */
export interface Backend {
  readonly path: string;
  readonly service: string;
  /** Absent: its own namespace. */
  readonly namespace?: string;
  readonly port: unknown;
  /** Named in fields that the API version of the object does not have. */
  readonly unread?: true;
}

/** Every Service that an Ingress sends traffic to. */
export function ingressBackendsOf(ingress: KubernetesObject): readonly Backend[] {
  const backendOf = (backend: unknown, path: string) => backendAt(backend, path, ingress.apiVersion !== 'networking.k8s.io/v1');
  return [
    ...['defaultBackend', 'backend'].flatMap((field) => backendOf(valueAt(ingress, 'spec', field), `spec.${field}`)),
    ...listAt(ingress, 'spec', 'rules').flatMap((rule, ruleIndex) => listAt(rule, 'http', 'paths').flatMap((path, index) => (
      backendOf(valueAt(path, 'backend'), `spec.rules[${ruleIndex}].http.paths[${index}].backend`)))),
  ];
}

/** `service` with `port.number` or `port.name`; before `networking.k8s.io/v1`, `serviceName` with `servicePort`. */
function backendAt(backend: unknown, path: string, isOld: boolean): Backend[] {
  const current = textAt(backend, 'service', 'name');
  if (current !== undefined) {
    const port = valueAt(backend, 'service', 'port', 'number') ?? valueAt(backend, 'service', 'port', 'name');
    return [{ path: `${path}.service`, service: current, port }];
  }
  const old = textAt(backend, 'serviceName');
  return old === undefined ? [] : [{ path, service: old, port: valueAt(backend, 'servicePort'), ...!isOld && { unread: true } }];
}

/** Kinds of the Gateway API that send traffic to Services. */
export const ROUTE_KINDS: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

/** Every Service that a route of the Gateway API sends traffic to. */
export function routeBackendsOf(route: KubernetesObject): readonly Backend[] {
  return listAt(route, 'spec', 'rules').flatMap((rule, ruleIndex) => listAt(rule, 'backendRefs').flatMap((backend, index) => {
    const service = textAt(backend, 'name');
    return isMap(backend) && service !== undefined && !valueAt(backend, 'group') && (valueAt(backend, 'kind') ?? 'Service') === 'Service'
      ? [{ path: `spec.rules[${ruleIndex}].backendRefs[${index}]`, service, namespace: textAt(backend, 'namespace'), port: valueAt(backend, 'port') }] : [];
  }));
}

/** Whether a host name, which may begin with `*.`, is among others; a wildcard stands for one label. */
export function coversHost(hosts: readonly unknown[], host: string): boolean {
  return hosts.includes(host) || hosts.includes(host.replace(/^[^.]+/, '*'));
}
