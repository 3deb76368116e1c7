import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPodBinding = rule({
  id: 'rbac-pod-binding',
  title: 'Role that places pods on nodes',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker places pods on a node of their choice, past taints and the scheduler: on the control plane, or on a node they own.',
  fix: 'Remove create on pods/binding and bindings.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-pod-binding'),
});
