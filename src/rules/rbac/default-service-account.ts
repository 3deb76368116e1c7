import { Severity } from '../../findings/severity';
import { serviceAccountNameOf } from '../../kubernetes/service-account';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, perPod } from '../check';
import { rule } from '../rule';

export const defaultServiceAccount = rule({
  id: 'default-service-account',
  title: 'Pod without a ServiceAccount of its own',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'Every other pod that names no account shares this one: what is granted to one of them is granted to all.',
  fix: 'Create a ServiceAccount for the workload, and name it in serviceAccountName.',
  standards: [cis('5.1.5'), nsa('service-account-tokens'), owasp('K03')],
  equivalents: {
    'kube-linter': ['default-service-account'],
    'kubesec': ['ServiceAccountName'],
  },
  check: perPod(
    (pod) => (serviceAccountNameOf(pod) === 'default' ? fault('spec.serviceAccountName', 'runs as the ServiceAccount default') : undefined),
    {
      holds: "!(variables.pod.?serviceAccountName.orValue('') in ['', 'default'])",
      message: 'serviceAccountName of the pod must be set, and not be default',
    },
  ),
});
