import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { both, everyPod, everyPodAndContainer, field } from '../vocabulary';

export const rootGroup = rule({
  id: 'root-group',
  title: 'Member of the root group',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'Files that belong to group 0 are open to the container: many images leave theirs writable for it, and so do shared volumes.',
  fix: 'Set runAsGroup and fsGroup to a number above 10000, and leave 0 out of supplementalGroups.',
  standards: [cis('5.6.3'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    'kube-linter': ['run-as-non-root'],
    'trivy': ['KSV-0116'],
    'kubescape': ['C-0013', 'C-0211'],
    'kyverno': ['require-non-root-groups'],
  },
  check: both(
    everyPodAndContainer(field('securityContext.runAsGroup').isNot(0)),
    everyPod(field('securityContext.supplementalGroups[]').isNot(0), field('securityContext.fsGroup').isNot(0)),
  ),
});
