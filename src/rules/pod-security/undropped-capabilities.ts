import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const undroppedCapabilities = rule({
  id: 'undropped-capabilities',
  title: 'Capabilities not dropped',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'Without dropping them a container starts with more than a dozen capabilities, such as forging packets and passing over file ownership.',
  fix: 'Set securityContext.capabilities.drop to [ALL] in every container.',
  standards: [pss.restricted('capabilities_restricted'), cis('5.2.8'), cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    polaris: ['insecureCapabilities'],
    kubesec: ['CapDropAll'],
    trivy: ['KSV-0003', 'KSV-0106'],
    checkov: ['CKV_K8S_37'],
    kyverno: ['require-drop-all', 'disallow-capabilities-strict'],
    pss: ['restricted:capabilities_restricted'],
  },
  check: everyContainer(field('securityContext.capabilities.drop').includes('ALL')).unlessPod(field('os.name').is('windows')),
});
