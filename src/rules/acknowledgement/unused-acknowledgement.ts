import { Severity } from '../../findings/severity';
import { perAcknowledgement } from '../check';
import { rule } from '../rule';

export const unusedAcknowledgement = rule({
  id: 'unused-acknowledgement',
  title: 'Acknowledgement that accepts nothing',
  severity: Severity.LOW,
  domain: 'acknowledgement',
  why: 'It says that a risk is there which is not, and would hide the next one that appears.',
  fix: 'Remove the annotation, or correct the rule id or the container that it names.',
  check: perAcknowledgement(({ state }) => {
    switch (state) {
      case 'unknown': return 'names no rule';
      case 'unused': return 'accepts nothing that was found';
      default: return undefined;
    }
  }),
});
