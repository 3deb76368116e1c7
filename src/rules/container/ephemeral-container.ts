import { Severity } from '../../findings/severity';
import { owasp } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';

/** No admission policy: through the API server is how people debug. */
export const ephemeralContainer = rule({
  id: 'ephemeral-container',
  title: 'Ephemeral container',
  severity: Severity.LOW,
  domain: 'container',
  why: 'An ephemeral container is for debugging by hand: left in a manifest it is a shell with tools inside the pod.',
  fix: 'Remove ephemeralContainers; add one with kubectl debug when there is something to find.',
  standards: [owasp('K01')],
  equivalents: {
    kyverno: ['block-ephemeral-containers'],
  },
  check: perContainer(({ role }) => (role === 'ephemeral' ? fault('', 'stands in the manifest') : undefined)),
});
