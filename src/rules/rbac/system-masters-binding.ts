import { Severity } from '../../findings/severity';
import { BINDING_KINDS } from '../../kubernetes/role';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const systemMastersBinding = rule({
  id: 'system-masters-binding',
  title: 'Binding to system:masters',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'Members of system:masters bypass authorization for ever; nobody can take it from them, and a binding makes the group look ordinary.',
  fix: 'Bind the role to a group of your own; use system:masters in emergencies only.',
  standards: [cis('5.1.7'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0123'],
    kyverno: ['restrict-binding-system-groups'],
  },
  check: everyObject(BINDING_KINDS, field('subjects[].name').isNot('system:masters')),
});
