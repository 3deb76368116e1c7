import { describeRoleOf } from './binding';
import { bindingsOf } from '../../analysis/role-bindings';
import { Severity } from '../../findings/severity';
import { describeObject, nameOf, namespaceOf } from '../../kubernetes/object';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const serviceAccountWithPermissions = rule({
  id: 'service-account-with-permissions',
  title: 'ServiceAccount with permissions',
  severity: Severity.LOW,
  domain: 'rbac',
  why: 'Whoever steals the token of the account has its permissions; an inventory of the accounts that are worth a second look.',
  fix: 'Keep the permissions that the workload needs, and remove the others.',
  standards: [cis('5.1.6'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0053'],
  },
  default: false,
  check: inApplication(['ServiceAccount'], (account, application) => bindingsOf(application, namespaceOf(account), nameOf(account))
    .map((binding) => fault('metadata.name', `holds ${describeRoleOf(binding)} through ${describeObject(binding)}`))),
});
