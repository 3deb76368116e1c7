import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacTrustBundleWrite = rule({
  id: 'rbac-trust-bundle-write',
  title: 'Role that changes trust anchors',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker adds a certificate authority of their own to what every workload trusts.',
  fix: 'Remove create, update and patch on clustertrustbundles, and attest on signers.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-trust-bundle-write'),
});
