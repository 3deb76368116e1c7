import { Severity } from '../../findings/severity';
import { BINDING_KINDS } from '../../kubernetes/role';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const authenticatedBinding = rule({
  id: 'authenticated-binding',
  title: 'Binding for every account of the cluster',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'Every user and every pod with a token has these permissions; with some providers that is everybody with an account there.',
  fix: 'Bind the role to the ServiceAccount or the group that needs it.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-01011'],
  },
  check: everyObject(BINDING_KINDS, field('subjects[].name').isNot('system:authenticated'), field('subjects[].name').isNot('system:serviceaccounts')),
});
