import { Severity } from '../../findings/severity';
import { pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const unmaskedProcInUserNamespace = rule({
  id: 'unmasked-proc-in-user-namespace',
  title: 'Unmasked /proc in a user namespace',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'A user namespace takes the edge off an unmasked /proc, but still shows the container more of the kernel than it needs.',
  fix: 'Remove securityContext.procMount.',
  standards: [pss.restricted('procMount_restricted')],
  equivalents: {
    pss: ['restricted:procMount_restricted'],
  },
  check: {
    1.35: everyContainer(field('securityContext.procMount').isAbsentOr('Default')).unlessPod(field('hostUsers').isNot(false)),
  },
});
