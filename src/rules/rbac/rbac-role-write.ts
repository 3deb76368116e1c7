import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacRoleWrite = rule({
  id: 'rbac-role-write',
  title: 'Role that writes roles',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker adds the rights they took to roles that others hold, or strips a guard of the rights it needs.',
  fix: 'Remove create, update and patch on roles and clusterroles.',
  standards: [cis('5.1.8'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0050', 'KSV-0051', 'KSV-0052', 'KSV-0055'],
    kubescape: ['C-0191'],
    checkov: ['CKV_K8S_157', 'CKV_K8S_158', 'CKV2_K8S_1'],
    kyverno: ['restrict-escalation-verbs-roles'],
  },
  check: noRoleAllows('rbac-role-write'),
});
