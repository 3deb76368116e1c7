import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacVolumeSnapshot = rule({
  id: 'rbac-volume-snapshot',
  title: 'Role that takes volume snapshots',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker copies the volume of another workload and reads the copy.',
  fix: 'Remove create, update and patch on volume snapshots and their contents.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-volume-snapshot'),
});
