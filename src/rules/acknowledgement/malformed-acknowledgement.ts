import { Severity } from '../../findings/severity';
import { perAcknowledgement } from '../check';
import { rule } from '../rule';

export const malformedAcknowledgement = rule({
  id: 'malformed-acknowledgement',
  title: 'Acknowledgement that cannot be read',
  severity: Severity.MEDIUM,
  domain: 'acknowledgement',
  why: 'It accepts nothing, so the risk that somebody believed accepted is still reported; without a reason nobody can review it.',
  fix: 'Write the reason as its value, and if it is to end, "; expires YYYY-MM-DD" after it.',
  check: perAcknowledgement(({ problem }) => problem && `cannot be read: ${problem}`),
});
