import { isolationOf } from '../../analysis/network-policies';
import { Severity } from '../../findings/severity';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { cis, nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const podWithoutNetworkPolicy = rule({
  id: 'pod-without-network-policy',
  title: 'Pod that no NetworkPolicy selects',
  severity: Severity.MEDIUM,
  domain: 'network',
  why: 'Every pod of the cluster may connect to it, and whoever takes it over may connect to all of them and to the internet.',
  fix: 'Deny by default in the namespace (an empty podSelector, Ingress and Egress), and allow each connection that is needed.',
  standards: [cis('5.3.2'), nsa('network-policies'), owasp('K07')],
  equivalents: {
    'kube-linter': ['non-isolated-pod'],
    'kube-score': ['pod-networkpolicy'],
    'polaris': ['missingNetworkPolicy'],
    'kubescape': ['C-0260', 'C-0030'],
    'checkov': ['CKV2_K8S_6'],
    'kyverno': ['require-netpol'],
  },
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    return !pod || isolationOf(application, object).closed.size > 0
      ? undefined : fault(`${pod.metadataPath}.labels`, 'runs without any NetworkPolicy');
  }),
});
