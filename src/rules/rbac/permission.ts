import { KubernetesObject, nameOf, namespaceOf } from '../../kubernetes/object';
import { PolicyRule, allowsAny } from '../../kubernetes/rbac';
import { ROLE_KINDS, policyRulesOf } from '../../kubernetes/role';
import { CONFIGURATION_AND_DELETION_PERMISSIONS } from '../../standards/rbac/configuration-and-deletion';
import { DangerousPermission } from '../../standards/rbac/dangerous-permission';
import { DANGEROUS_PERMISSIONS } from '../../standards/rbac/dangerous-permissions';
import { isReservedName } from '../../standards/rbac/default-roles';
import { Check, Fault, fault, perObject } from '../check';

const DANGERS = [...new Set([...DANGEROUS_PERMISSIONS, ...CONFIGURATION_AND_DELETION_PERMISSIONS])];
const DANGERS_OF_ANY_RESOURCE = DANGERS.filter(({ resources }) => resources === undefined);
const DANGERS_BY_RESOURCE = new Map([...new Set(DANGERS.flatMap(({ resources }) => resources ?? []))]
  .map((resource) => [resource, DANGERS.filter(({ resources }) => resources?.includes(resource))]));
const known = new WeakMap<KubernetesObject, ReadonlyMap<string, readonly Fault[]>>();

/** What a role allows that is in the table of dangerous permissions, by the rule that refuses it. */
export function dangersOf(role: KubernetesObject): ReadonlyMap<string, readonly Fault[]> {
  let dangers = known.get(role);
  if (!dangers) {
    dangers = findDangers(role);
    known.set(role, dangers);
  }
  return dangers;
}

/** Roles must not allow what the table of dangerous permissions lists under this rule. */
export function noRoleAllows(rule: string): Check {
  return perObject(ROLE_KINDS, (role) => dangersOf(role).get(rule));
}

/** As above, but for the roles that Kubernetes makes: there, who is bound to them is the question. */
export function noRoleButTheDefaultOnesAllows(rule: string): Check {
  return perObject(ROLE_KINDS, (role) => (isReservedName(role.kind, nameOf(role)) ? undefined : dangersOf(role).get(rule)));
}

/** A ClusterRole is taken for bound in the whole cluster, because any binding may do that. */
function findDangers(role: KubernetesObject): ReadonlyMap<string, readonly Fault[]> {
  const found = new Map<string, Fault[]>();
  const namespace = role.kind === 'ClusterRole' ? undefined : namespaceOf(role) ?? '';
  policyRulesOf(role).forEach((policyRule, index) => {
    const rows = new Map<string, DangerousPermission[]>();
    for (const danger of candidatesFor(policyRule)) {
      if (!allowsAny(policyRule, danger, namespace)) { continue; }
      rows.set(danger.rule, [...rows.get(danger.rule) ?? [], danger]);
    }
    for (const [rule, dangers] of rows) {
      found.set(rule, [...found.get(rule) ?? [], fault(`rules[${index}]`, allowed(policyRule, dangers))]);
    }
  });
  return found;
}

/** The rows that may apply: few, but for wildcards. */
function candidatesFor({ resources = [] }: PolicyRule): Iterable<DangerousPermission> {
  if (resources.some((resource) => resource.startsWith('*'))) { return DANGERS; }
  return new Set([...resources.flatMap((resource) => DANGERS_BY_RESOURCE.get(resource) ?? []), ...DANGERS_OF_ANY_RESOURCE]);
}

/** `allows get, list on secrets`: the verbs and resources that make it dangerous. */
function allowed({ verbs = [], resources = [] }: PolicyRule, dangers: readonly DangerousPermission[]): string {
  const dangerous = (text: string, lists: readonly (readonly string[] | undefined)[]) => (
    text.startsWith('*') || lists.some((list) => list === undefined || list.includes(text)));
  const ofVerbs = verbs.filter((verb) => dangerous(verb, dangers.map((danger) => danger.verbs)));
  const ofResources = resources.filter((resource) => dangerous(resource, dangers.map((danger) => danger.resources)));
  return `allows ${ofVerbs.join(', ')} on ${ofResources.join(', ')}`;
}
