import { noRoleButTheDefaultOnesAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacExec = rule({
  id: 'rbac-exec',
  title: 'Role that runs commands in pods',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker runs commands in other pods, with their tokens and their data.',
  fix: 'Remove get and create on pods/exec and pods/attach; debug with a role that people hold for a short time.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    polaris: ['clusterrolePodExecAttach', 'rolePodExecAttach'],
    trivy: ['KSV-0053', 'KSV-0054'],
    kubescape: ['C-0002'],
    checkov: ['CKV2_K8S_2'],
  },
  check: noRoleButTheDefaultOnesAllows('rbac-exec'),
});
