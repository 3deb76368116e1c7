import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacServiceAccountWrite = rule({
  id: 'rbac-service-account-write',
  title: 'Role that writes ServiceAccounts',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker annotates a ServiceAccount with a cloud role and takes over that role, or adds registry credentials.',
  fix: 'Remove create, update and patch on serviceaccounts.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-service-account-write'),
});
