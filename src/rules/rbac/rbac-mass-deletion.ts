import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacMassDeletion = rule({
  id: 'rbac-mass-deletion',
  title: 'Role that deletes without limits',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker deletes all objects of a kind with one request, or objects of every namespace.',
  fix: 'Remove deletecollection; allow delete in a Role of one namespace, or with resourceNames.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0007'],
  },
  check: noRoleAllows('rbac-mass-deletion'),
});
