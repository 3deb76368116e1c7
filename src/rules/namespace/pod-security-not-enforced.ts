import { ENFORCE, ENFORCE_PATH, enforcedLevel } from './pod-security-label';
import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const podSecurityNotEnforced = rule({
  id: 'pod-security-not-enforced',
  title: 'Namespace that enforces no Pod Security Standard',
  severity: Severity.HIGH,
  domain: 'namespace',
  why: 'Whoever may create a pod here may create a privileged one, and with it take the node.',
  fix: `Label the Namespace ${ENFORCE}: restricted.`,
  standards: [cis('5.2.1'), nsa('pod-security-enforcement'), owasp('K04')],
  equivalents: {
    kubescape: [
      'C-0192', 'C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0197', 'C-0198', 'C-0199', 'C-0200', 'C-0201', 'C-0202', 'C-0203', 'C-0204',
    ],
  },
  check: perObject(['Namespace'], (namespace) => (
    enforcedLevel(namespace) === undefined ? fault(ENFORCE_PATH, `does not set the label ${ENFORCE}`) : undefined)),
});
