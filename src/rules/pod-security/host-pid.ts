import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const hostPid = rule({
  id: 'host-pid',
  title: 'Pod among the processes of its node',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'The pod sees every process of the node, reads their environment with its secrets, and with a capability or as root takes them over.',
  fix: 'Remove hostPID.',
  standards: [pss.baseline('hostNamespaces'), cis('5.2.3'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['host-pid'],
    'polaris': ['hostPIDSet'],
    'kubesec': ['HostPID'],
    'trivy': ['KSV-0010'],
    'kubescape': ['C-0038', 'C-0275'],
    'checkov': ['CKV_K8S_17'],
    'kyverno': ['disallow-host-namespaces'],
    'pss': ['baseline:hostNamespaces'],
  },
  check: everyPod(field('hostPID').isAbsentOr(false)),
});
