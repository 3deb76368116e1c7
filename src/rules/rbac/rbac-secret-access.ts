import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacSecretAccess = rule({
  id: 'rbac-secret-access',
  title: 'Role that reads Secrets',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'Whoever takes over the holder reads every password, key and token kept in Secrets; list and watch return their contents just as get does.',
  fix: 'Mount the Secret into the pod, or allow get on the Secrets needed by resourceNames.',
  standards: [cis('5.1.2'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kube-linter': ['access-to-secrets'],
    'trivy': ['KSV-0041', 'KSV-0113'],
    'kubescape': ['C-0015', 'C-0186'],
    'checkov': ['CKV2_K8S_5'],
    'kyverno': ['restrict-secret-role-verbs'],
  },
  check: noRoleAllows('rbac-secret-access'),
});
