import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPodModification = rule({
  id: 'rbac-pod-modification',
  title: 'Role that changes pods',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker replaces the image of a running pod and runs as that pod, or relabels it into a Service or out of a NetworkPolicy.',
  fix: 'Remove update and patch on pods.',
  standards: [cis('5.1.4'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kube-linter': ['access-to-create-pods'],
    'trivy': ['KSV-0048'],
    'kubescape': ['C-0188'],
  },
  check: noRoleAllows('rbac-pod-modification'),
});
