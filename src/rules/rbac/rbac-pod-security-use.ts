import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPodSecurityUse = rule({
  id: 'rbac-pod-security-use',
  title: 'Role that uses a pod security policy',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker runs pods under a policy that may allow privileged containers and host access.',
  fix: 'Remove the verb use; let Pod Security admission decide by namespace.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-pod-security-use'),
});
