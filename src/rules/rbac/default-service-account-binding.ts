import { Severity } from '../../findings/severity';
import { BINDING_KINDS, Subject, subjectsOf } from '../../kubernetes/role';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** By its name, as a user, or as one of all accounts of a namespace. */
function isDefaultAccount({ kind, name }: Subject): boolean {
  return kind === 'ServiceAccount' ? name === 'default' : /^system:serviceaccounts:|^system:serviceaccount:[^:]*:default$/.test(name);
}

export const defaultServiceAccountBinding = rule({
  id: 'default-service-account-binding',
  title: 'Binding for a default ServiceAccount',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'Every pod that names no account of its own has these permissions, whoever starts it.',
  fix: 'Give the workload a ServiceAccount of its own, and bind that.',
  standards: [cis('5.1.5'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    checkov: ['CKV_K8S_42'],
  },
  check: perObject(BINDING_KINDS, (binding) => subjectsOf(binding).flatMap((subject, index) => (
    isDefaultAccount(subject) ? [fault(`subjects[${index}].name`, `sets subjects[${index}].name to ${shown(subject.name)}`)] : []))),
});
