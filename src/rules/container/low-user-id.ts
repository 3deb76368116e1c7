import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field, inherited } from '../vocabulary';

export const lowUserId = rule({
  id: 'low-user-id',
  title: 'User id that the node may know too',
  severity: Severity.LOW,
  domain: 'container',
  why: 'A low user id may belong to somebody on the node or in another image; whoever leaves the container, or shares a volume, then owns the files of that user.',
  fix: 'Set securityContext.runAsUser to a number above 10000 in the pod.',
  standards: [cis('5.2.7'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-security-context-user-group-id'],
    'kubesec': ['RunAsUser'],
    'trivy': ['KSV-0020'],
    'checkov': ['CKV_K8S_40'],
  },
  check: everyContainer(inherited('securityContext.runAsUser').isAtLeast(10001)).unlessPod(field('os.name').is('windows')),
});
