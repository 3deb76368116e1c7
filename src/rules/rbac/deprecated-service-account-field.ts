import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { owasp } from '../../standards/owasp';
import { fault, perPod, shown } from '../check';
import { rule } from '../rule';

export const deprecatedServiceAccountField = rule({
  id: 'deprecated-service-account-field',
  title: 'Deprecated field serviceAccount',
  severity: Severity.LOW,
  domain: 'rbac',
  why: 'Readers and tools look at serviceAccountName and take the pod for one that runs as another account.',
  fix: 'Write serviceAccountName instead of serviceAccount.',
  standards: [owasp('K01')],
  equivalents: {
    'kube-linter': ['deprecated-service-account-field'],
    'kubescape': ['C-0294'],
  },
  check: perPod(
    (pod) => {
      const old = valueAt(pod.spec, 'serviceAccount');
      return old === undefined || old === valueAt(pod.spec, 'serviceAccountName')
        ? undefined
        : fault('spec.serviceAccount', `sets serviceAccount to ${shown(old)}`);
    },
  ),
});
