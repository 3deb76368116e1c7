import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { nsa } from '../../standards';
import { fault, perPod, shown } from '../check';
import { rule } from '../rule';

/** Never for the API server to refuse: the scheduler itself sets the field of every pod. */
export const pinnedToNode = rule({
  id: 'pinned-to-node',
  title: 'Pod pinned to a node',
  severity: Severity.LOW,
  domain: 'scheduling',
  why: 'Nothing asks the scheduler: taints do not keep the pod off, not even those of the control plane, and when the node fails it stays down.',
  fix: 'Remove nodeName; say what the node must offer by nodeSelector or affinity.',
  standards: [nsa('worker-node-segmentation')],
  equivalents: {
    kyverno: ['restrict-node-selection'],
  },
  check: perPod((pod) => {
    const node = valueAt(pod.spec, 'nodeName');
    return node === undefined || node === '' ? undefined : fault('spec.nodeName', `sets nodeName to ${shown(node)}`);
  }),
});
