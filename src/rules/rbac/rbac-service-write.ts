import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacServiceWrite = rule({
  id: 'rbac-service-write',
  title: 'Role that writes Services',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker claims an address with externalIPs and intercepts the traffic to it, or redirects a Service.',
  fix: 'Remove create, update and patch on services and services/status.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0056'],
    checkov: ['CKV2_K8S_4'],
    kyverno: ['restrict-edit-for-endpoints'],
  },
  check: noRoleAllows('rbac-service-write'),
});
