import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPodAndContainer, field } from '../vocabulary';

export const windowsHostProcess = rule({
  id: 'windows-host-process',
  title: 'Windows HostProcess container',
  severity: Severity.CRITICAL,
  domain: 'pod-security',
  why: 'A HostProcess container runs on the Windows node itself, with the rights of the account it names.',
  fix: 'Remove windowsOptions.hostProcess, or set it to false.',
  standards: [pss.baseline('windowsHostProcess'), cis('5.2.10'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    polaris: ['hostProcess'],
    trivy: ['KSV-0103'],
    kubescape: ['C-0211'],
    kyverno: ['disallow-host-process'],
    pss: ['baseline:windowsHostProcess'],
  },
  check: everyPodAndContainer(field('securityContext.windowsOptions.hostProcess').isAbsentOr(false)),
});
