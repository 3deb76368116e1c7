import { Severity } from '../../findings/severity';
import { hostPathsOf, isWithin } from '../../kubernetes/host-path';
import { cis, nsa, owasp } from '../../standards';
import { fault, perPod } from '../check';
import { rule } from '../rule';

/** With everything in them, and what they are in. `/root` is where credentials of the cloud lie. */
const SENSITIVE = [
  '/bin', '/boot', '/dev', '/etc', '/lib', '/lib64', '/proc', '/root', '/run', '/sbin', '/sys', '/usr',
  '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker', '/var/lib/etcd', '/var/lib/kubelet', '/var/run',
];

export const sensitiveHostPath = rule({
  id: 'sensitive-host-path',
  title: 'Sensitive directory of the node',
  severity: Severity.HIGH,
  domain: 'container',
  why: 'Configuration, credentials, devices or programs of the node are in it: to read them is to know its secrets, to write them is to own it.',
  fix: 'Remove the hostPath volume; use a ConfigMap, a Secret or a persistentVolumeClaim.',
  standards: [cis('5.2.11'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['sensitive-host-mounts'],
    'kubesec': ['ProcMount'],
    'trivy': ['KSV-0121'],
    'kubescape': ['C-0020'],
  },
  check: perPod((pod) => hostPathsOf(pod)
    .filter(({ path }) => path !== undefined && SENSITIVE.some((directory) => isWithin(path, directory) || isWithin(directory, path)))
    .map(({ field, path }) => fault(field, `mounts ${path} of the node`))),
});
