import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyPodAndContainer, field } from '../vocabulary';

const anotherUser = everyPodAndContainer(field('securityContext.runAsUser').isNot(0));

export const rootUser = rule({
  id: 'root-user',
  title: 'Container set to run as root',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'User 0 in the container is root on the node as soon as anything lets it out, whatever the image says.',
  fix: 'Set runAsUser to a number above 10000, or leave it out and let the image name a user.',
  standards: [pss.restricted('runAsUser'), cis('5.2.7'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    'kube-linter': ['run-as-non-root'],
    'polaris': ['runAsRootAllowed'],
    'trivy': ['KSV-0105'],
    'kubescape': ['C-0013'],
    'checkov': ['CKV_K8S_23'],
    'kyverno': ['require-run-as-non-root-user'],
    'pss': ['restricted:runAsUser'],
  },
  check: {
    '1.0': anotherUser,
    '1.35': anotherUser.unlessPod(field('hostUsers').is(false)),
  },
});
