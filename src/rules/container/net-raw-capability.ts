import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { addsNone } from './added-capabilities';

export const netRawCapability = rule({
  id: 'net-raw-capability',
  title: 'NET_RAW added',
  severity: Severity.HIGH,
  domain: 'container',
  why: 'With NET_RAW the container forges packets: it poisons ARP and DNS and poses as other pods of its node.',
  fix: 'Remove NET_RAW from securityContext.capabilities.add.',
  standards: [cis('5.2.8'), cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['drop-net-raw-capability'],
    'trivy': ['KSV-0119'],
    'kubescape': ['C-0046'],
  },
  check: addsNone('NET_RAW'),
});
