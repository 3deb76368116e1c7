import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacApiServiceWrite = rule({
  id: 'rbac-api-service-write',
  title: 'Role that registers API servers',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker becomes the server of a part of the API and receives the requests, and the credentials, sent to it.',
  fix: 'Remove create, update and patch on apiservices.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-api-service-write'),
});
