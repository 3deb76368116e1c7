import { Severity } from '../../findings/severity';
import { nameOf } from '../../kubernetes/object';
import { BINDING_KINDS, ROLE_KINDS } from '../../kubernetes/role';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { isReservedName } from '../../standards/rbac/default-roles';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const reservedRbacName = rule({
  id: 'reserved-rbac-name',
  title: 'Role or binding with a name reserved for Kubernetes',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'It changes what the control plane made, or hides among it, where reviews and scanners look away.',
  fix: 'Give it a name of your own, without the prefix system: and other than a default role.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  check: perObject([...ROLE_KINDS, ...BINDING_KINDS], (object) => (
    isReservedName(object.kind, nameOf(object)) ? fault('metadata.name', 'has a name that is reserved for Kubernetes') : undefined)),
});
