import { Analysis, Application } from './application';
import { KubernetesObject, nameOf, namespaceOf } from '../kubernetes/object';

const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding', 'Namespace'];

const namedObjects: Analysis<ReadonlyMap<string, KubernetesObject>> = (application) => {
  const byName = new Map<string, KubernetesObject>();
  for (const object of application.objects) {
    const key = keyOf(object.kind, namespaceOf(object), nameOf(object));
    if (!byName.has(key)) { byName.set(key, object); }
  }
  return byName;
};

/** The object of a kind and a name, where others look for it: in their own namespace. */
export function objectNamed(application: Application, kind: string, namespace: string | undefined, name: string): KubernetesObject | undefined {
  return application.fact(namedObjects).get(keyOf(kind, namespace, name));
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${CLUSTER_SCOPED.includes(kind) ? '' : namespace ?? ''}/${name}`;
}
