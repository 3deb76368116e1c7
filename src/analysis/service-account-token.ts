import { Application } from './application';
import { objectNamed } from './named-objects';
import { KubernetesObject, namespaceOf, valueAt } from '../kubernetes/object';
import { Pod } from '../kubernetes/pod';
import { serviceAccountNameOf } from '../kubernetes/service-account';

/** The service account that a pod runs as, if it is among the objects. */
export function serviceAccountOf(application: Application, pod: Pod, object: KubernetesObject): KubernetesObject | undefined {
  return objectNamed(application, 'ServiceAccount', namespaceOf(object), serviceAccountNameOf(pod));
}

/** Whether Kubernetes mounts a token into the pod without being asked: the pod decides, else its account, else it does. */
export function automountsToken(application: Application, pod: Pod, object: KubernetesObject): boolean {
  const own = valueAt(pod.spec, 'automountServiceAccountToken');
  if (own !== undefined) { return own !== false; }
  const account = serviceAccountOf(application, pod, object);
  return valueAt(account, 'automountServiceAccountToken') !== false;
}
