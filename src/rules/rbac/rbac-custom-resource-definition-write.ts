import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacCustomResourceDefinitionWrite = rule({
  id: 'rbac-custom-resource-definition-write',
  title: 'Role that changes custom resource definitions',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker rewrites custom resources in a conversion webhook; deleting a definition deletes every object of its kind.',
  fix: 'Install definitions with the deployment pipeline, and remove the verbs from the role.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-custom-resource-definition-write'),
});
