import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

export const hostPathVolume = rule({
  id: 'host-path-volume',
  title: 'Volume from the node',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'What is mounted from the node is read, and unless read-only changed, by whoever takes over the container; many paths give away the node.',
  fix: 'Use a persistentVolumeClaim, or an emptyDir for data that may go with the pod.',
  standards: [pss.baseline('hostPathVolumes'), pss.restricted('restrictedVolumes'), cis('5.2.11'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    polaris: ['hostPathSet'],
    trivy: ['KSV-0023'],
    kubescape: ['C-0048'],
    kyverno: ['disallow-host-path', 'limit-hostpath-vols'],
    pss: ['baseline:hostPathVolumes', 'restricted:restrictedVolumes'],
  },
  check: everyPod(field('volumes[].hostPath').isAbsent()),
});
