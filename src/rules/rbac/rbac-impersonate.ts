import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacImpersonate = rule({
  id: 'rbac-impersonate',
  title: 'Role that impersonates',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker sends requests as another user, group or ServiceAccount; the group system:masters owns the cluster.',
  fix: 'Remove the verb impersonate.',
  standards: [cis('5.1.8'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0043'],
    kubescape: ['C-0065', 'C-0191'],
    checkov: ['CKV2_K8S_3'],
    kyverno: ['restrict-escalation-verbs-roles'],
  },
  check: noRoleAllows('rbac-impersonate'),
});
