import { Severity } from '../../findings/severity';
import { nsa, pss } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

/** hostPath is for a rule of its own. */
const TYPES = [
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret',
  'hostPath',
];

export const volumeTypeOutsideRestricted = rule({
  id: 'volume-type-outside-restricted',
  title: 'Volume type that the restricted level forbids',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'Volumes that name a storage system directly bypass the administrators, who decide over storage through classes and claims.',
  fix: 'Use a persistentVolumeClaim whose storage class stands for the storage system.',
  standards: [pss.restricted('restrictedVolumes'), nsa('pod-security-enforcement')],
  equivalents: {
    trivy: ['KSV-0028'],
    kyverno: ['restrict-volume-types'],
    pss: ['restricted:restrictedVolumes'],
  },
  check: everyPod(field('volumes[]').isA(...TYPES)),
});
