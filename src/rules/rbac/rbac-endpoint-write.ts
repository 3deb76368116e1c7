import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacEndpointWrite = rule({
  id: 'rbac-endpoint-write',
  title: 'Role that writes endpoints',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker points a Service at addresses of their choice, in other namespaces too, and receives or relays its traffic.',
  fix: 'Remove create, update and patch on endpoints and endpointslices.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0056'],
    checkov: ['CKV2_K8S_4'],
    kyverno: ['restrict-edit-for-endpoints'],
  },
  check: noRoleAllows('rbac-endpoint-write'),
});
