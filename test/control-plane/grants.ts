import { KubernetesObject } from './client';
import { nameOf } from './manifests';
import { Account } from './permissions';
import { Question } from './questions';

/** A rule that holds for an account: in one namespace, or everywhere. */
interface Grant {
  readonly rule: any;
  readonly namespace?: string;
}

/**
 * What manifests grant to an account: a second reading of RBAC, from its documentation, to hold
 * the server's answers against. Fails where the manifests do not say what is granted.
 *
 * @returns whether the account is granted what a question asks for
 */
export function grantsOf(account: Account, objects: KubernetesObject[]): (question: Question) => boolean {
  const grants = objects.filter((binding) => isBinding(binding) && concerns(binding, account)).flatMap((binding): Grant[] => {
    const namespace = binding.kind === 'RoleBinding' ? binding.metadata.namespace ?? 'default' : undefined;
    return rulesOf(binding, objects).map((rule) => ({ rule, namespace }));
  });
  return (question) => grants.some(({ rule, namespace }) => question.path === undefined
    ? (namespace === undefined || namespace === question.namespace) && coversResource(rule, question)
    : namespace === undefined && coversPath(rule, question));
}

function isBinding({ kind }: KubernetesObject): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
}

function concerns(binding: KubernetesObject, { namespace, name }: Account): boolean {
  return (binding.subjects ?? []).some((subject: any) => {
    switch (subject.kind) {
      case 'ServiceAccount': return subject.name === name && (subject.namespace ?? binding.metadata.namespace) === namespace;
      case 'User': return subject.name === `system:serviceaccount:${namespace}:${name}`;
      case 'Group': return ['system:authenticated', 'system:serviceaccounts', `system:serviceaccounts:${namespace}`].includes(subject.name);
      default: throw new Error(`${nameOf(binding)} has a subject of the unknown kind ${subject.kind}`);
    }
  });
}

function rulesOf(binding: KubernetesObject, objects: KubernetesObject[]): any[] {
  const { kind, name } = binding.roleRef;
  const role = objects.find((object) => object.kind === kind && object.metadata.name === name
    && (kind === 'ClusterRole' || object.metadata.namespace === binding.metadata.namespace));
  if (!role) { throw new Error(`${nameOf(binding)} refers to the ${kind} ${name}, which is not in the manifests: nobody can tell what it grants`); }
  if (role.aggregationRule) { throw new Error(`${nameOf(role)} is aggregated: nobody can tell what it grants`); }
  return role.rules ?? [];
}

function coversResource({ verbs, apiGroups = [], resources = [], resourceNames = [] }: any, question: Question): boolean {
  const { verb, group, resource, name } = question as Required<Question>;
  return holds(verbs, verb)
    && holds(apiGroups, group)
    // `pods` is not `pods/log`, `*/log` is everybody's log, and `pods/*` is nothing
    && (holds(resources, resource) || (resource.includes('/') && resources.includes(`*/${resource.split('/')[1]}`)))
    && (resourceNames.length === 0 || resourceNames.includes(name));
}

function coversPath({ verbs, nonResourceURLs = [] }: any, { verb, path }: Question): boolean {
  return holds(verbs, verb)
    && nonResourceURLs.some((url: string) => url === path || (url.endsWith('*') && path!.startsWith(url.slice(0, -1))));
}

function holds(list: string[], wanted: string): boolean {
  return list.includes('*') || list.includes(wanted);
}
