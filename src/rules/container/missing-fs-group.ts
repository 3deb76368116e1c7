import { Severity } from '../../findings/severity';
import { KubernetesObject, listAt, valueAt } from '../../kubernetes/object';
import { Pod } from '../../kubernetes/pod';
import { runsOnWindows } from '../../kubernetes/pod-os';
import { cis, nsa } from '../../standards';
import { fault, perPod } from '../check';
import { rule } from '../rule';

function claimsStorage({ spec }: Pod, object: KubernetesObject): boolean {
  return listAt(object, 'spec', 'volumeClaimTemplates').length > 0
    || listAt(spec, 'volumes').some((volume) => valueAt(volume, 'persistentVolumeClaim') !== undefined || valueAt(volume, 'ephemeral') !== undefined);
}

export const missingFsGroup = rule({
  id: 'missing-fs-group',
  title: 'Persistent volume without a group',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Files on the volume belong to root or to whoever wrote them last, so people run the container as root to reach them.',
  fix: 'Set securityContext.fsGroup to a number above 10000 and fsGroupChangePolicy to OnRootMismatch in the pod.',
  standards: [cis('5.6.3'), nsa('non-root-containers')],
  equivalents: {
    kubescape: ['C-0211'],
  },
  check: perPod((pod, object) => {
    if (runsOnWindows(pod) || !claimsStorage(pod, object)) { return undefined; }
    const group = valueAt(pod.spec, 'securityContext', 'fsGroup');
    const policy = valueAt(pod.spec, 'securityContext', 'fsGroupChangePolicy');
    return [
      ...Number.isInteger(group) ? [] : [fault('spec.securityContext.fsGroup', 'mounts a persistent volume and does not set securityContext.fsGroup')],
      ...policy === 'OnRootMismatch' || policy === 'Always' ? []
        : [fault('spec.securityContext.fsGroupChangePolicy', 'mounts a persistent volume and does not set securityContext.fsGroupChangePolicy')],
    ];
  }),
});
