import { Severity } from '../../findings/severity';
import { mapAt, listAt, textAt, valueAt } from '../../kubernetes/object';
import { Pod } from '../../kubernetes/pod';
import { nsa, owasp } from '../../standards';
import { Fault, fault, perPod } from '../check';
import { rule } from '../rule';

const CONTROL_PLANE = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/** A toleration without a key is for every taint; one for NoExecute alone does not get a pod past NoSchedule. */
function toleratesControlPlane(toleration: unknown): boolean {
  const key = textAt(toleration, 'key') ?? '';
  const effect = textAt(toleration, 'effect') ?? '';
  const matches = CONTROL_PLANE.includes(key) || (key === '' && valueAt(toleration, 'operator') === 'Exists');
  return matches && ['', 'NoSchedule'].includes(effect);
}

function tolerations(pod: Pod): Fault[] {
  return listAt(pod.spec, 'tolerations').flatMap((toleration, index) => (
    toleratesControlPlane(toleration) ? [fault(`spec.tolerations[${index}]`, 'tolerates the taint of control-plane nodes')] : []));
}

function selected(pod: Pod): Fault[] {
  return Object.keys(mapAt(pod.spec, 'nodeSelector') ?? {}).filter((label) => CONTROL_PLANE.includes(label))
    .map((label) => fault(`spec.nodeSelector["${label}"]`, 'asks for control-plane nodes'));
}

export const controlPlaneScheduling = rule({
  id: 'control-plane-scheduling',
  title: 'Pod on the nodes of the control plane',
  severity: Severity.MEDIUM,
  domain: 'scheduling',
  why: 'Whoever breaks out of a pod there holds etcd and the keys of the cluster; and a hungry pod starves the API server.',
  fix: 'Remove the toleration or nodeSelector; tolerate only the taints of nodes that are meant for the workload.',
  standards: [nsa('worker-node-segmentation'), nsa('control-plane-hardening'), owasp('K09')],
  equivalents: {
    kyverno: ['restrict-controlplane-scheduling', 'restrict-node-selection'],
  },
  check: perPod((pod) => [...tolerations(pod), ...selected(pod)]),
});
