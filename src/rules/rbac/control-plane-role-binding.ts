import { describeRoleOf, everyBinding } from './binding';
import { boundRole } from '../../analysis/role-bindings';
import { Severity } from '../../findings/severity';
import { roleReferenceOf } from '../../kubernetes/role';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { isReservedName, ROLES_FOR_ADD_ONS } from '../../standards/rbac/default-roles';
import { fault } from '../check';
import { rule } from '../rule';

export const controlPlaneRoleBinding = rule({
  id: 'control-plane-role-binding',
  title: 'Binding to a role of the control plane',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'Roles of controllers and nodes reach Secrets, pods and roles of every namespace; who holds one of them acts as the control plane.',
  fix: 'Write a role with the permissions that are needed, and bind that.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: everyBinding((binding, application) => {
    const { kind, name } = roleReferenceOf(binding);
    const ofControlPlane = name.startsWith('system:') && isReservedName(kind, name) && !ROLES_FOR_ADD_ONS.includes(name);
    return ofControlPlane && !boundRole(application, binding)
      ? fault('roleRef.name', `gives ${describeRoleOf(binding)}, which is meant for the control plane`)
      : undefined;
  }),
});
