import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyReadableImage } from './every-image';

export const deprecatedRegistry = rule({
  id: 'deprecated-registry',
  title: 'Registry that is no longer served',
  severity: Severity.MEDIUM,
  domain: 'image',
  why: 'The registry is frozen: no fixed version appears there, and one day the next pod finds no image.',
  fix: 'Use registry.k8s.io.',
  standards: [nsa('application-security-practices'), owasp('K10')],
  equivalents: {
    kubescape: ['C-0253'],
    kyverno: ['restrict-deprecated-registry'],
  },
  check: everyReadableImage(({ registry, repository }) => (
    registry === 'k8s.gcr.io' || (registry === 'gcr.io' && /^google[_-]containers\//.test(repository)) ? 'from a frozen registry' : undefined)),
});
