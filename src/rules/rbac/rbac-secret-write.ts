import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacSecretWrite = rule({
  id: 'rbac-secret-write',
  title: 'Role that writes Secrets',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'A Secret of type service-account-token is filled with a lasting token of any ServiceAccount; replaced keys are trusted by other workloads.',
  fix: 'Remove create; allow update and patch on named Secrets only.',
  standards: [cis('5.1.2'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kube-linter': ['access-to-secrets'],
    'trivy': ['KSV-0041', 'KSV-0113'],
    'kubescape': ['C-0015', 'C-0186'],
    'checkov': ['CKV2_K8S_5'],
    'kyverno': ['restrict-secret-role-verbs'],
  },
  check: noRoleAllows('rbac-secret-write'),
});
