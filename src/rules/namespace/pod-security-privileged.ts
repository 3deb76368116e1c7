import { ENFORCE, ENFORCE_PATH, enforcedLevel } from './pod-security-label';
import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** Said beside `pod-security-not-restricted`, because accepting `baseline` is not accepting this. */
export const podSecurityPrivileged = rule({
  id: 'pod-security-privileged',
  title: 'Namespace that admits privileged pods',
  severity: Severity.HIGH,
  domain: 'namespace',
  why: 'Whoever may create a pod here may create a privileged one, and with it take the node.',
  fix: `Label the Namespace ${ENFORCE}: restricted, or baseline where that is not possible yet.`,
  standards: [
    cis('5.2.2'), cis('5.2.3'), cis('5.2.4'), cis('5.2.5'), cis('5.2.8'), cis('5.2.10'), cis('5.2.11'), cis('5.2.12'),
    nsa('pod-security-enforcement'), owasp('K04'),
  ],
  equivalents: {
    kubescape: ['C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0199', 'C-0202', 'C-0203', 'C-0204'],
  },
  check: perObject(['Namespace'], (namespace) => {
    const level = enforcedLevel(namespace);
    return level === undefined || level === 'baseline' || level === 'restricted'
      ? undefined : fault(ENFORCE_PATH, `sets the label ${ENFORCE} to ${shown(level)}`);
  }),
});
