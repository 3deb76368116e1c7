import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacDeviceWrite = rule({
  id: 'rbac-device-write',
  title: 'Role that writes devices and claims',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker claims devices with administrator access and reaches the data of other workloads on them.',
  fix: 'Remove create, update and patch on resources of resource.k8s.io.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-device-write'),
});
