import { Severity } from '../../findings/severity';
import { hostPathsOf } from '../../kubernetes/host-path';
import { listAt, valueAt } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

export const writableHostPathMount = rule({
  id: 'writable-host-path-mount',
  title: 'Writable mount of the node',
  severity: Severity.HIGH,
  domain: 'container',
  why: 'The container writes to the disk of the node: a file in the right place is run there as root, and stays when the pod is gone.',
  fix: 'Set readOnly to true in the volumeMount, or better, do without hostPath.',
  standards: [cis('5.2.11'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['writable-host-mount'],
    'kubescape': ['C-0045'],
    'kyverno': ['ensure-readonly-hostpath'],
  },
  check: perContainer(({ spec }, pod) => {
    const ofNode = new Set(hostPathsOf(pod).map(({ volume }) => volume));
    return ofNode.size === 0 ? undefined : listAt(spec, 'volumeMounts').flatMap((mount, index) => (
      ofNode.has(valueAt(mount, 'name')) && valueAt(mount, 'readOnly') !== true
        ? [fault(`volumeMounts[${index}].readOnly`, `mounts the hostPath volume ${shown(valueAt(mount, 'name'))} without readOnly`)] : []));
  }),
});
