import { Severity } from '../../findings/severity';
import { BINDING_KINDS } from '../../kubernetes/role';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const anonymousBinding = rule({
  id: 'anonymous-binding',
  title: 'Binding for everybody without a password',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'Everybody who reaches the API server has these permissions, without any credentials and without a name in the audit log.',
  fix: 'Bind the role to the ServiceAccount or the group that needs it.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubesec: ['BindingsToSystemAnonymous'],
    trivy: ['KSV-0122'],
    kubescape: ['C-0262'],
    kyverno: ['restrict-binding-system-groups'],
  },
  check: everyObject(BINDING_KINDS, field('subjects[].name').isNot('system:anonymous'), field('subjects[].name').isNot('system:unauthenticated')),
});
