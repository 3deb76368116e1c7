import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const writableRootFilesystem = rule({
  id: 'writable-root-filesystem',
  title: 'Writable root filesystem',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'Who gets into the container can replace its binaries and leave tools behind that survive until the next restart.',
  fix: 'Set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir where the application writes.',
  standards: [cis('5.6.3'), nsa('immutable-file-systems'), owasp('K01')],
  equivalents: {
    'kube-linter': ['no-read-only-root-fs'],
    'kube-score': ['container-security-context-readonlyrootfilesystem'],
    'polaris': ['notReadOnlyRootFilesystem'],
    'kubesec': ['ReadOnlyRootFilesystem'],
    'trivy': ['KSV-0014'],
    'kubescape': ['C-0017', 'C-0211'],
    'checkov': ['CKV_K8S_22'],
    'kyverno': ['require-ro-rootfs'],
  },
  check: everyContainer(field('securityContext.readOnlyRootFilesystem').is(true)).unlessPod(field('os.name').is('windows')),
});
