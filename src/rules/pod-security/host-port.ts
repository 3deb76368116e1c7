import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const hostPort = rule({
  id: 'host-port',
  title: 'Port of the node',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'The container takes a port of the node itself, past Services and often past NetworkPolicies.',
  fix: 'Remove hostPort, and expose the pod through a Service.',
  standards: [pss.baseline('hostPorts'), cis('5.2.12'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    polaris: ['hostPortSet'],
    trivy: ['KSV-0024'],
    kubescape: ['C-0044'],
    checkov: ['CKV_K8S_26'],
    kyverno: ['disallow-host-ports', 'disallow-host-ports-range'],
    pss: ['baseline:hostPorts'],
  },
  check: everyContainer(field('ports[].hostPort').isAbsentOr(0)),
});
