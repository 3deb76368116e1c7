import { ENFORCE, ENFORCE_PATH, enforcedLevel } from './pod-security-label';
import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

export const podSecurityNotRestricted = rule({
  id: 'pod-security-not-restricted',
  title: 'Namespace that enforces less than restricted',
  severity: Severity.MEDIUM,
  domain: 'namespace',
  why: 'Pods that run as root, escalate privileges or keep capabilities are admitted, from where breaking out is easier.',
  fix: `Label the Namespace ${ENFORCE}: restricted.`,
  standards: [cis('5.2.6'), cis('5.2.7'), cis('5.2.9'), cis('5.6.2'), nsa('pod-security-enforcement'), owasp('K04')],
  equivalents: {
    kubescape: ['C-0197', 'C-0198', 'C-0200', 'C-0201'],
  },
  check: perObject(['Namespace'], (namespace) => {
    const level = enforcedLevel(namespace);
    return level === undefined || level === 'restricted' ? undefined : fault(ENFORCE_PATH, `sets the label ${ENFORCE} to ${shown(level)}`);
  }),
});
