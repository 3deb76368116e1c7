import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacNetworkPolicyWrite = rule({
  id: 'rbac-network-policy-write',
  title: 'Role that changes network policies',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker opens the network between workloads that are kept apart.',
  fix: 'Remove create, update, patch and delete on network policies.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0056'],
    checkov: ['CKV2_K8S_4'],
    kyverno: ['restrict-edit-for-endpoints'],
  },
  check: noRoleAllows('rbac-network-policy-write'),
});
