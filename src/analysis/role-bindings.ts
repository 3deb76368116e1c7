import { Analysis, Application } from './application';
import { objectNamed } from './named-objects';
import { KubernetesObject } from '../kubernetes/object';
import { BINDING_KINDS, Subject, roleReferenceOf, subjectsOf } from '../kubernetes/role';

const USER_OF_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;
const GROUP_OF_ACCOUNTS = /^system:serviceaccounts:([^:]+)$/;

/** Bindings by the service accounts that they are for: `<namespace>/<name>`, `<namespace>/*` or `*`. */
const bindingsByAccount: Analysis<ReadonlyMap<string, readonly KubernetesObject[]>> = (application) => {
  const byAccount = new Map<string, KubernetesObject[]>();
  for (const object of application.objects) {
    if (!BINDING_KINDS.includes(object.kind)) { continue; }
    for (const account of new Set(subjectsOf(object).flatMap(accountsOf))) {
      const bindings = byAccount.get(account);
      if (bindings) {
        bindings.push(object);
      } else {
        byAccount.set(account, [object]);
      }
    }
  }
  return byAccount;
};

/** The bindings that give a service account something, by itself or as one of a group. */
export function bindingsOf(application: Application, namespace: string | undefined, name: string): readonly KubernetesObject[] {
  const bindings = application.fact(bindingsByAccount);
  return [`${namespace ?? ''}/${name}`, `${namespace ?? ''}/*`, '*'].flatMap((account) => bindings.get(account) ?? []);
}

/** The role that a binding gives, if it is among the objects. */
export function boundRole(application: Application, binding: KubernetesObject): KubernetesObject | undefined {
  const { kind, namespace, name } = roleReferenceOf(binding);
  return objectNamed(application, kind, namespace, name);
}

function accountsOf({ kind, name, namespace }: Subject): string[] {
  if (kind === 'ServiceAccount') { return [`${namespace ?? ''}/${name}`]; }
  const [, home, account] = USER_OF_ACCOUNT.exec(name) ?? [];
  if (home !== undefined) { return [`${home}/${account}`]; }
  const [, ofNamespace] = GROUP_OF_ACCOUNTS.exec(name) ?? [];
  if (ofNamespace !== undefined) { return [`${ofNamespace}/*`]; }
  return ['system:serviceaccounts', 'system:authenticated'].includes(name) ? ['*'] : [];
}
