import { describeRoleOf, everyBinding, isAdministrative } from './binding';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault } from '../check';
import { rule } from '../rule';

export const clusterAdminBinding = rule({
  id: 'cluster-admin-binding',
  title: 'Binding that makes administrators',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'Whoever takes over a subject of the binding owns the cluster, or the namespace of the RoleBinding with every Secret in it.',
  fix: 'Write a Role with the permissions that are needed, and bind that.',
  standards: [cis('5.1.1'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kube-linter': ['cluster-admin-role-binding'],
    'polaris': ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole', 'rolebindingClusterAdminRole', 'clusterrolebindingPodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'],
    'trivy': ['KSV-0111'],
    'kubescape': ['C-0035', 'C-0272'],
    'kyverno': ['restrict-binding-clusteradmin', 'block-cluster-admin-from-ns'],
  },
  check: everyBinding((binding, application) => (
    isAdministrative(binding, application) ? fault('roleRef.name', `gives ${describeRoleOf(binding)}, a role of administrators`) : undefined)),
});
