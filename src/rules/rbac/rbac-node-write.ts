import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacNodeWrite = rule({
  id: 'rbac-node-write',
  title: 'Role that changes nodes',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker changes labels, taints and capacity of nodes and so draws the workloads of others to a node they own.',
  fix: 'Remove create, update, patch and delete on nodes and nodes/status.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-node-write'),
});
