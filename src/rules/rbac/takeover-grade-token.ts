import { describeRoleOf, isAdministrative } from './binding';
import { dangersOf } from './permission';
import { Application } from '../../analysis/application';
import { bindingsOf, boundRole } from '../../analysis/role-bindings';
import { automountsToken } from '../../analysis/service-account-token';
import { Severity } from '../../findings/severity';
import { describeObject, KubernetesObject, namespaceOf } from '../../kubernetes/object';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { projectsToken, serviceAccountNameOf } from '../../kubernetes/service-account';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { TAKEOVER } from '../../standards/rbac/takeover';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

function takesOver(binding: KubernetesObject, application: Application): boolean {
  const role = boundRole(application, binding);
  return isAdministrative(binding, application) || (role !== undefined && TAKEOVER.some((id) => dangersOf(role).has(id)));
}

export const takeoverGradeToken = rule({
  id: 'takeover-grade-token',
  title: 'Workload whose token takes over the cluster',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'Whoever breaks into a container of the workload uses its token to read Secrets, to start pods or to raise their own rights.',
  fix: 'Set automountServiceAccountToken to false, or take the dangerous permissions from the roles of the ServiceAccount.',
  standards: [cis('5.1.6'), nsa('service-account-tokens'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0267'],
  },
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    if (!pod || !(automountsToken(application, pod, object) || projectsToken(pod))) { return undefined; }
    return bindingsOf(application, namespaceOf(object), serviceAccountNameOf(pod))
      .filter((binding) => takesOver(binding, application))
      .map((binding) => fault(`${pod.specPath}.serviceAccountName`, `carries a token with ${describeRoleOf(binding)} through ${describeObject(binding)}`));
  }),
});
