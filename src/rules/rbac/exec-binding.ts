import { describeRoleOf, everyBinding } from './binding';
import { dangersOf } from './permission';
import { boundRole } from '../../analysis/role-bindings';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault } from '../check';
import { rule } from '../rule';

export const execBinding = rule({
  id: 'exec-binding',
  title: 'Binding that lets run commands in pods',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'Whoever takes over a subject of the binding runs commands in other pods, with their tokens and their data.',
  fix: 'Bind a role without pods/exec and pods/attach; debug with a role that people hold for a short time.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    polaris: ['clusterrolebindingPodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'],
    kubescape: ['C-0002'],
    checkov: ['CKV2_K8S_2'],
  },
  check: everyBinding((binding, application) => {
    const role = boundRole(application, binding);
    return role && dangersOf(role).has('rbac-exec')
      ? fault('roleRef.name', `gives ${describeRoleOf(binding)}, which runs commands in pods`)
      : undefined;
  }),
});
