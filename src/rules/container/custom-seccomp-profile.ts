import { Severity } from '../../findings/severity';
import { cis, nsa } from '../../standards';
import { rule } from '../rule';
import { everyPodAndContainer, field } from '../vocabulary';

export const customSeccompProfile = rule({
  id: 'custom-seccomp-profile',
  title: 'Seccomp profile of the node',
  severity: Severity.LOW,
  domain: 'container',
  why: 'What a Localhost profile allows stands on the node and in no manifest; where the file is missing, the container does not start.',
  fix: 'Set securityContext.seccompProfile.type to RuntimeDefault.',
  standards: [cis('5.6.2'), nsa('hardening-container-environments')],
  equivalents: {
    kubescape: ['C-0210'],
    checkov: ['CKV_K8S_31'],
  },
  check: everyPodAndContainer(field('securityContext.seccompProfile.type').isNot('Localhost')),
});
