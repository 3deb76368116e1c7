import { Severity } from '../../findings/severity';
import { nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

const masked = everyContainer(field('securityContext.procMount').isAbsentOr('Default'));

export const unmaskedProc = rule({
  id: 'unmasked-proc',
  title: 'Unmasked /proc',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'The parts of /proc that are masked by default show and change the kernel of the node.',
  fix: 'Remove securityContext.procMount.',
  standards: [pss.baseline('procMount'), pss.restricted('procMount_restricted'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['unsafe-proc-mount'],
    'polaris': ['procMount'],
    'trivy': ['KSV-0027'],
    'kubescape': ['C-0211'],
    'kyverno': ['disallow-proc-mount'],
    'pss': ['baseline:procMount', 'restricted:procMount_restricted'],
  },
  check: {
    '1.0': masked,
    '1.35': masked.unlessPod(field('hostUsers').is(false)),
  },
});
