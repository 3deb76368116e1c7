import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacProxy = rule({
  id: 'rbac-proxy',
  title: 'Role that proxies to pods or Services',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker sends HTTP requests to pods and Services from the API server, past every NetworkPolicy.',
  fix: 'Remove pods/proxy and services/proxy from the role.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-proxy'),
});
