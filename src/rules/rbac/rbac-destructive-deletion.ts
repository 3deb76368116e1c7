import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacDestructiveDeletion = rule({
  id: 'rbac-destructive-deletion',
  title: 'Role that deletes workloads or Secrets',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker stops every workload of the namespace and deletes the Secrets it would need to start again.',
  fix: 'Name the objects in resourceNames, or leave deletion to their owners.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kubescape': ['C-0007', 'C-0188'],
    'kube-linter': ['access-to-create-pods'],
    'trivy': ['KSV-0048'],
  },
  check: noRoleAllows('rbac-destructive-deletion'),
});
