import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacAdmissionPolicyWrite = rule({
  id: 'rbac-admission-policy-write',
  title: 'Role that changes admission policies',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker rewrites objects on their way into the cluster, or switches off the policies that would have refused them.',
  fix: 'Remove create, update, patch and delete on admission policies and their bindings.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-admission-policy-write'),
});
