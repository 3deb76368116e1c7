import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { textAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { all, fault, perPod } from '../check';
import { rule } from '../rule';
import { everyReadableImage } from './every-image';

const NAME = 'kubernetes-dashboard';
const DASHBOARD = /kubernetes-dashboard|^kubernetesui\/dashboard/;
const LABELS = ['k8s-app', 'app', 'app.kubernetes.io/name'];

export const kubernetesDashboard = rule({
  id: 'kubernetes-dashboard',
  title: 'Kubernetes Dashboard',
  severity: Severity.MEDIUM,
  domain: 'image',
  why: 'A web page with the rights of its service account: more than one cluster was taken over through a dashboard left open. It is retired.',
  fix: 'Remove it, and use a client that acts with the rights of its user.',
  standards: [nsa('authentication'), owasp('K06')],
  equivalents: {
    kubescape: ['C-0014'],
    checkov: ['CKV_K8S_33'],
  },
  check: all(
    everyReadableImage(({ repository }) => (DASHBOARD.test(repository) ? 'which is the Kubernetes Dashboard' : undefined)),
    perPod(({ spec, metadata }) => [
      ...LABELS.filter((label) => textAt(metadata, 'labels', label) === NAME)
        .map((label) => fault(fieldPath('metadata', ['labels', label]), `bears the label ${label} of the Kubernetes Dashboard`)),
      ...textAt(spec, 'serviceAccountName') === NAME ? [fault('spec.serviceAccountName', 'uses the service account of the Kubernetes Dashboard')] : [],
    ]),
  ),
});
