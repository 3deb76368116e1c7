import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field, inherited } from '../vocabulary';

export const lowGroupId = rule({
  id: 'low-group-id',
  title: 'Group id that the node may know too',
  severity: Severity.LOW,
  domain: 'container',
  why: 'A low group id, or that of root where none is set, opens the files of that group on the node and on shared volumes to whoever leaves the container.',
  fix: 'Set securityContext.runAsGroup to a number above 10000 in the pod.',
  standards: [cis('5.6.3'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-security-context-user-group-id'],
    'kubesec': ['RunAsGroup'],
    'trivy': ['KSV-0021'],
  },
  check: everyContainer(inherited('securityContext.runAsGroup').isAtLeast(10001)).unlessPod(field('os.name').is('windows')),
});
