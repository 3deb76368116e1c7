import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacNamespaceWrite = rule({
  id: 'rbac-namespace-write',
  title: 'Role that changes namespaces',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker lifts Pod Security from a namespace by its labels, or slips through NetworkPolicies that select namespaces.',
  fix: 'Remove create, update, patch and delete on namespaces.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-namespace-write'),
});
