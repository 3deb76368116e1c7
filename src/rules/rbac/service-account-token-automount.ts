import { automountsToken } from '../../analysis/service-account-token';
import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const serviceAccountTokenAutomount = rule({
  id: 'service-account-token-automount',
  title: 'ServiceAccount token mounted without being asked for',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'Whoever breaks into a container finds a token in it and speaks to the API server as the ServiceAccount.',
  fix: 'Set automountServiceAccountToken to false in the pod; mount a projected token into the one container that needs it.',
  standards: [cis('5.1.6'), nsa('service-account-tokens'), owasp('K01')],
  equivalents: {
    polaris: ['automountServiceAccountToken'],
    kubesec: ['AutomountServiceAccountToken'],
    trivy: ['KSV-0036'],
    kubescape: ['C-0034', 'C-0190', 'C-0261'],
    checkov: ['CKV_K8S_38'],
    kyverno: ['restrict-automount-sa-token', 'disable-automountserviceaccounttoken'],
  },
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    if (!pod || !automountsToken(application, pod, object)) { return undefined; }
    const own = valueAt(pod.spec, 'automountServiceAccountToken');
    return fault(
      `${pod.specPath}.automountServiceAccountToken`,
      own === undefined ? 'does not set automountServiceAccountToken to false' : `sets automountServiceAccountToken to ${shown(own)}`,
    );
  }),
});
