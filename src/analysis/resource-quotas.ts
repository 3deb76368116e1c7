import { Analysis, Application } from './application';
import { KubernetesObject, listAt, mapAt, namespaceOf } from '../kubernetes/object';

/** A quota without scopes counts every pod of its namespace. */
export function isScoped(quota: KubernetesObject): boolean {
  return listAt(quota, 'spec', 'scopes').length > 0 || listAt(quota, 'spec', 'scopeSelector', 'matchExpressions').length > 0;
}

const limitedByNamespace: Analysis<ReadonlyMap<string, ReadonlySet<string>>> = (application) => {
  const limited = new Map<string, Set<string>>();
  for (const object of application.objects) {
    if (object.kind !== 'ResourceQuota' || isScoped(object)) { continue; }
    const namespace = namespaceOf(object) ?? '';
    const names = limited.get(namespace) ?? new Set();
    limited.set(namespace, names);
    for (const [name, amount] of Object.entries(mapAt(object, 'spec', 'hard') ?? {})) {
      if (amount !== null) { names.add(name); }
    }
  }
  return limited;
};

/** What the quotas of a namespace limit, all pods considered: names as in `spec.hard`. */
export function limitedResources(application: Application, namespace: string | undefined): ReadonlySet<string> {
  return application.fact(limitedByNamespace).get(namespace ?? '') ?? new Set();
}
