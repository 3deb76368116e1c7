import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacTokenRequest = rule({
  id: 'rbac-token-request',
  title: 'Role that issues tokens',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker mints tokens of other ServiceAccounts and acts with their rights.',
  fix: 'Remove create on serviceaccounts/token; pods get their own token without it.',
  standards: [cis('5.1.13'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0282'],
  },
  check: noRoleAllows('rbac-token-request'),
});
