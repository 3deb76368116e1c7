import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPortForward = rule({
  id: 'rbac-port-forward',
  title: 'Role that forwards ports',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker connects to every port of a pod, those on localhost included, past every NetworkPolicy.',
  fix: 'Remove get and create on pods/portforward.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0063'],
  },
  check: noRoleAllows('rbac-port-forward'),
});
