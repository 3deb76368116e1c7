import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacWorkloadCreation = rule({
  id: 'rbac-workload-creation',
  title: 'Role that creates workloads',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker starts pods with any ServiceAccount, Secret and volume of the namespace, and a DaemonSet reaches every node.',
  fix: 'Leave the creation of workloads to the deployment pipeline, and remove the verbs from the role.',
  standards: [cis('5.1.4'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kube-linter': ['access-to-create-pods'],
    'trivy': ['KSV-0048'],
    'kubescape': ['C-0188'],
  },
  check: noRoleAllows('rbac-workload-creation'),
});
