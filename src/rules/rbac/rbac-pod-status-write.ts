import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPodStatusWrite = rule({
  id: 'rbac-pod-status-write',
  title: 'Role that writes the status of pods',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker changes the address and readiness that Kubernetes believes of a pod and draws the traffic of Services to it.',
  fix: 'Remove update and patch on pods/status.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-pod-status-write'),
});
