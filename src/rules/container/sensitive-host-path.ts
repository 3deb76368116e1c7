import { Severity } from '../../findings/severity';
import { hostPathsOf, isWithin } from '../../kubernetes/host-path';
import { cis, nsa, owasp } from '../../standards';
import { SENSITIVE_DIRECTORIES } from '../../standards/host-paths';
import { fault, perPod } from '../check';
import { rule } from '../rule';

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
    .filter(({ path }) => path !== undefined && SENSITIVE_DIRECTORIES.some((directory) => isWithin(path, directory) || isWithin(directory, path)))
    .map(({ field, path }) => fault(field, `mounts ${path} of the node`))),
});
