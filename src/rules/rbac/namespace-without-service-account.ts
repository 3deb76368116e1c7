import { namespacesOfSharedAccounts } from '../../analysis/shared-accounts';
import { Severity } from '../../findings/severity';
import { nameOf } from '../../kubernetes/object';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const namespaceWithoutServiceAccount = rule({
  id: 'namespace-without-service-account',
  title: 'Namespace with nothing but its default ServiceAccount',
  severity: Severity.LOW,
  domain: 'rbac',
  why: 'All pods of the namespace share one identity: what is granted to one of them is granted to all.',
  fix: 'Create a ServiceAccount for each workload of the namespace.',
  standards: [cis('5.1.5'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0189'],
  },
  check: inApplication(['Namespace'], (namespace, application) => (
    application.fact(namespacesOfSharedAccounts).has(nameOf(namespace))
      ? fault('metadata.name', 'holds pods, but no ServiceAccount other than default')
      : undefined)),
});
