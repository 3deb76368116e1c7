import { Analysis } from './application';
import { nameOf, namespaceOf } from '../kubernetes/object';
import { podBearer } from '../kubernetes/pod';

/** Namespaces that hold pods, but no ServiceAccount other than `default`. */
export const namespacesOfSharedAccounts: Analysis<ReadonlySet<string>> = (application) => {
  const withPods = new Set<string>();
  const withAccounts = new Set<string>();
  for (const object of application.objects) {
    const namespace = namespaceOf(object);
    if (namespace === undefined) { continue; }
    if (podBearer(object.kind)) { withPods.add(namespace); }
    if (object.kind === 'ServiceAccount' && nameOf(object) !== 'default') { withAccounts.add(namespace); }
  }
  return new Set([...withPods].filter((namespace) => !withAccounts.has(namespace)));
};
