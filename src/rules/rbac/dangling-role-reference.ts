import { describeRoleOf } from './binding';
import { boundRole } from '../../analysis/role-bindings';
import { Severity } from '../../findings/severity';
import { BINDING_KINDS, roleReferenceOf } from '../../kubernetes/role';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { isReservedName } from '../../standards/rbac/default-roles';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const danglingRoleReference = rule({
  id: 'dangling-role-reference',
  title: 'Binding to a role that is not there',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'Nobody can tell what the binding gives: whoever later creates a role of that name decides what its subjects may do.',
  fix: 'Add the role to the manifests, or correct the name in roleRef; of the default roles only view needs no role of your own.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    polaris: ['clusterrolebindingPodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'],
  },
  check: inApplication(BINDING_KINDS, (binding, application) => {
    const { kind, name } = roleReferenceOf(binding);
    return boundRole(application, binding) || isReservedName(kind, name)
      ? undefined
      : fault('roleRef.name', `refers to ${describeRoleOf(binding)}, which is not in the manifests`);
  }),
});
