import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacStorageClassWrite = rule({
  id: 'rbac-storage-class-write',
  title: 'Role that writes StorageClasses',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker lets a provisioner, which holds the rights of the storage system, create volumes with parameters of their choice.',
  fix: 'Remove create, update and patch on storageclasses.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-storage-class-write'),
});
