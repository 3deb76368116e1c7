import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacKubeletRead = rule({
  id: 'rbac-kubelet-read',
  title: 'Role that reads from kubelets',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker reads what runs on a node, its configuration and logs; a checkpoint is a copy of the memory of a container.',
  fix: 'Remove the subresources of nodes, or accept the one that a monitoring agent needs with a reason.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-kubelet-read'),
});
