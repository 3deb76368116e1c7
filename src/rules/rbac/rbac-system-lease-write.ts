import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacSystemLeaseWrite = rule({
  id: 'rbac-system-lease-write',
  title: 'Role that changes Leases of the system',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker takes the leadership from scheduler and controllers, or keeps dead nodes alive, and the cluster stops healing.',
  fix: 'Use Leases of your own namespace.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-system-lease-write'),
});
