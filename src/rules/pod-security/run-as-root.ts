import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { both, everyContainer, everyPod, field, inherited } from '../vocabulary';

const nonRoot = both(
  everyPod(field('securityContext.runAsNonRoot').isAbsentOr(true)),
  everyContainer(inherited('securityContext.runAsNonRoot').is(true)),
);

export const runAsRoot = rule({
  id: 'run-as-root',
  title: 'Container may run as root',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'Root in the container is root on the node as soon as anything lets it out, and owns every file it can reach.',
  fix: 'Set securityContext.runAsNonRoot to true in the pod, and runAsUser to a number above 10000.',
  standards: [pss.restricted('runAsNonRoot'), cis('5.2.7'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    'kube-linter': ['run-as-non-root'],
    'polaris': ['runAsRootAllowed'],
    'kubesec': ['RunAsNonRoot'],
    'trivy': ['KSV-0012'],
    'kubescape': ['C-0013', 'C-0211'],
    'checkov': ['CKV_K8S_23'],
    'kyverno': ['require-run-as-nonroot'],
    'pss': ['restricted:runAsNonRoot'],
  },
  check: {
    '1.0': nonRoot,
    '1.35': nonRoot.unlessPod(field('hostUsers').is(false)),
  },
});
