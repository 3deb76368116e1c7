import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacEphemeralContainers = rule({
  id: 'rbac-ephemeral-containers',
  title: 'Role that adds ephemeral containers',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker adds a container of their own to a running pod and reads its memory, files and tokens.',
  fix: 'Remove update and patch on pods/ephemeralcontainers.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-ephemeral-containers'),
});
