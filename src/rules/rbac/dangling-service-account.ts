import { serviceAccountOf } from '../../analysis/service-account-token';
import { Severity } from '../../findings/severity';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { serviceAccountNameOf } from '../../kubernetes/service-account';
import { nsa } from '../../standards/nsa';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const danglingServiceAccount = rule({
  id: 'dangling-service-account',
  title: 'ServiceAccount that is not there',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'The pods are not created until somebody makes the account, and whoever makes it decides what they may do.',
  fix: 'Add the ServiceAccount to the manifests, or correct serviceAccountName.',
  standards: [nsa('role-based-access-control')],
  equivalents: {
    'kube-linter': ['non-existent-service-account'],
    'kubescape': ['C-0307'],
  },
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    const name = pod && serviceAccountNameOf(pod);
    return !pod || name === 'default' || serviceAccountOf(application, pod, object)
      ? undefined
      : fault(`${pod.specPath}.serviceAccountName`, `runs as the ServiceAccount ${shown(name)}, which is not in the manifests`);
  }),
});
