import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPriorityClassWrite = rule({
  id: 'rbac-priority-class-write',
  title: 'Role that writes PriorityClasses',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker gives their pods a priority that pushes everybody else off the nodes.',
  fix: 'Remove create, update and patch on priorityclasses.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-priority-class-write'),
});
