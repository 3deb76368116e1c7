import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPodEviction = rule({
  id: 'rbac-pod-eviction',
  title: 'Role that removes pods of every namespace',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker removes pods until they start again on a node the attacker owns, or until the guards are gone.',
  fix: 'Use a Role in the namespace that needs it, instead of a ClusterRole.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-pod-eviction'),
});
