import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacConfusedDeputy = rule({
  id: 'rbac-confused-deputy',
  title: 'Role that gives orders to operators',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker writes an order that an operator with far more rights carries out for them.',
  fix: 'Leave orders to operators to the deployment pipeline, and remove the verbs from the role.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-confused-deputy'),
});
