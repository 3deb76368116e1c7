import { KubernetesObject, textAt } from './object';

/**
 * Whether an object is of an API group of Kubernetes itself. Others have kinds of the same name: a NetworkPolicy of Calico, a
 * Service of Knative. Groups of custom resources have a dot, and those of `k8s.io` are reserved.
 */
export function isKubernetesOwn(object: KubernetesObject): boolean {
  const apiVersion = textAt(object, 'apiVersion') ?? '';
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  return !group.includes('.') || group.endsWith('.k8s.io');
}
