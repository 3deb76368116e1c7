import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacBind = rule({
  id: 'rbac-bind',
  title: 'Role that binds roles',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker binds a role with more rights than their own, such as cluster-admin, to themselves.',
  fix: 'Remove the verb bind, or name the roles that may be bound in a role that people hold.',
  standards: [cis('5.1.8'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0050', 'KSV-0051', 'KSV-0052', 'KSV-0055'],
    kubescape: ['C-0191'],
    checkov: ['CKV_K8S_157', 'CKV_K8S_158', 'CKV2_K8S_1'],
    kyverno: ['restrict-escalation-verbs-roles'],
  },
  check: noRoleAllows('rbac-bind'),
});
