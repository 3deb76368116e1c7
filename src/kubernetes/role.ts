import { KubernetesObject, isMap, listAt, namespaceOf, textAt, valueAt } from './object';
import { PolicyRule } from './rbac';

export const ROLE_KINDS: readonly string[] = ['Role', 'ClusterRole'];
export const BINDING_KINDS: readonly string[] = ['RoleBinding', 'ClusterRoleBinding'];

/** Which role a binding gives. */
export interface RoleReference {
  readonly kind: string;
  readonly name: string;
  /** Where the role is; a ClusterRole is nowhere. */
  readonly namespace: string | undefined;
}

/** Whom a binding gives its role. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  /** Of a ServiceAccount; where it is left out, the binding's. */
  readonly namespace: string | undefined;
}

/** The rules of a role, in its order. A text where a list is needed is read as a list of one, so that it hides nothing. */
export function policyRulesOf(role: KubernetesObject): readonly PolicyRule[] {
  const rules = valueAt(role, 'rules');
  return (Array.isArray(rules) ? rules : [rules]).map((rule) => ({
    verbs: textsOf(rule, 'verbs'),
    apiGroups: textsOf(rule, 'apiGroups'),
    resources: textsOf(rule, 'resources'),
    resourceNames: textsOf(rule, 'resourceNames'),
  }));
}

/** What a binding refers to; a kind that is left out counts as ClusterRole, which gives more. */
export function roleReferenceOf(binding: KubernetesObject): RoleReference {
  const kind = textAt(binding, 'roleRef', 'kind') ?? 'ClusterRole';
  return { kind, name: textAt(binding, 'roleRef', 'name') ?? '', namespace: kind === 'Role' ? namespaceOf(binding) : undefined };
}

export function subjectsOf(binding: KubernetesObject): readonly Subject[] {
  return listAt(binding, 'subjects').map((subject) => ({
    kind: textAt(subject, 'kind') ?? '',
    name: textAt(subject, 'name') ?? '',
    namespace: textAt(subject, 'namespace') ?? namespaceOf(binding),
  }));
}

function textsOf(rule: unknown, field: string): readonly string[] {
  const value = isMap(rule) ? valueAt(rule, field) : undefined;
  if (typeof value === 'string') { return [value]; }
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
