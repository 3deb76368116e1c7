import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPodLogs = rule({
  id: 'rbac-pod-logs',
  title: 'Role that reads the logs of all pods',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker reads the credentials and personal data that workloads write into their logs.',
  fix: 'Remove get on pods/log, or name the pods in resourceNames.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-pod-logs'),
});
