import { Application } from '../../analysis/application';
import { boundRole } from '../../analysis/role-bindings';
import { KubernetesObject, nameOf } from '../../kubernetes/object';
import { PolicyRule } from '../../kubernetes/rbac';
import { BINDING_KINDS, policyRulesOf, roleReferenceOf } from '../../kubernetes/role';
import { ADMINISTRATIVE_ROLES, isReservedName } from '../../standards/rbac/default-roles';
import { Check, Faults, inApplication } from '../check';

const EVERY_VERB = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Judges bindings, but for those that Kubernetes makes: `reserved-rbac-name` reports whoever writes one of these. */
export function everyBinding(judge: (binding: KubernetesObject, application: Application) => Faults): Check {
  return inApplication(BINDING_KINDS, (binding, application) => (
    isReservedName(binding.kind, nameOf(binding)) ? undefined : judge(binding, application)));
}

/** `ClusterRole "admin"`: what a binding refers to. */
export function describeRoleOf(binding: KubernetesObject): string {
  const { kind, name } = roleReferenceOf(binding);
  return `${kind} ${JSON.stringify(name)}`;
}

/** Whether a binding makes administrators: by the name of the role, or by what it allows. */
export function isAdministrative(binding: KubernetesObject, application: Application): boolean {
  const { kind, name } = roleReferenceOf(binding);
  if (kind !== 'Role' && ADMINISTRATIVE_ROLES.includes(name)) { return true; }
  const role = boundRole(application, binding);
  return role !== undefined && policyRulesOf(role).some(allowsEverything);
}

function allowsEverything({ verbs = [], apiGroups = [], resources = [] }: PolicyRule): boolean {
  return apiGroups.includes('*') && resources.includes('*') && (verbs.includes('*') || EVERY_VERB.every((verb) => verbs.includes(verb)));
}
