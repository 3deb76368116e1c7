import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const sharedProcessNamespace = rule({
  id: 'shared-process-namespace',
  title: 'Containers that share their processes',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'Each container sees the processes of the others, with the secrets in their environment, and reaches their files through /proc.',
  fix: 'Remove shareProcessNamespace.',
  standards: [nsa('hardening-container-environments'), owasp('K01')],
  check: everyPod(field('shareProcessNamespace').isAbsentOr(false)),
});
