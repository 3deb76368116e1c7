import { Severity } from '../../findings/severity';
import { cis, nsa, owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const privilegedContainer = rule({
  id: 'privileged-container',
  title: 'Privileged container',
  severity: Severity.CRITICAL,
  domain: 'pod-security',
  why: 'A privileged container has every capability and every device of the node; leaving it takes one mount.',
  fix: 'Remove securityContext.privileged, or set it to false.',
  standards: [pss.baseline('privileged'), cis('5.2.2'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['privileged-container'],
    'kube-score': ['container-security-context-privileged'],
    'polaris': ['runAsPrivileged'],
    'kubesec': ['Privileged'],
    'trivy': ['KSV-0017'],
    'kubescape': ['C-0057', 'C-0211'],
    'checkov': ['CKV_K8S_16'],
    'kyverno': ['disallow-privileged-containers'],
    'pss': ['baseline:privileged'],
  },
  check: everyContainer(field('securityContext.privileged').isAbsentOr(false)),
});
