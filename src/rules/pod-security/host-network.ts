import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const hostNetwork = rule({
  id: 'host-network',
  title: 'Pod in the network of its node',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'The pod reaches what listens on the node itself, sees its traffic, and no NetworkPolicy holds for it.',
  fix: 'Remove hostNetwork, and expose the pod through a Service.',
  standards: [pss.baseline('hostNamespaces'), cis('5.2.5'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['host-network'],
    'polaris': ['hostNetworkSet'],
    'kubesec': ['HostNetwork'],
    'trivy': ['KSV-0009'],
    'kubescape': ['C-0041'],
    'checkov': ['CKV_K8S_19'],
    'kyverno': ['disallow-host-namespaces'],
    'pss': ['baseline:hostNamespaces'],
  },
  check: everyPod(field('hostNetwork').isAbsentOr(false)),
});
