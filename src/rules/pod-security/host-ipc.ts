import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const hostIpc = rule({
  id: 'host-ipc',
  title: 'Pod in the IPC namespace of its node',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'The pod reads and writes the shared memory of processes on the node.',
  fix: 'Remove hostIPC.',
  standards: [pss.baseline('hostNamespaces'), cis('5.2.4'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['host-ipc'],
    'polaris': ['hostIPCSet'],
    'kubesec': ['HostIPC'],
    'trivy': ['KSV-0008'],
    'kubescape': ['C-0038', 'C-0276'],
    'checkov': ['CKV_K8S_18'],
    'kyverno': ['disallow-host-namespaces'],
    'pss': ['baseline:hostNamespaces'],
  },
  check: everyPod(field('hostIPC').isAbsentOr(false)),
});
