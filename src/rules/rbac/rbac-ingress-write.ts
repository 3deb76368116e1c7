import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacIngressWrite = rule({
  id: 'rbac-ingress-write',
  title: 'Role that writes ingresses and routes',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker exposes internal Services to the outside, and through annotations may take the ingress controller and its TLS keys.',
  fix: 'Remove create, update and patch on ingresses, gateways and routes.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0056'],
    checkov: ['CKV2_K8S_4'],
    kyverno: ['restrict-edit-for-endpoints'],
  },
  check: noRoleAllows('rbac-ingress-write'),
});
