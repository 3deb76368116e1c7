import { hasOwnEndpoints } from '../../analysis/endpoints';
import { selectsAnyPod } from '../../analysis/pods-by-label';
import { Severity } from '../../findings/severity';
import { isKubernetesOwn } from '../../kubernetes/api-group';
import { KubernetesObject, isMap, namespaceOf, valueAt } from '../../kubernetes/object';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

/** The labels that a Service looks for; none where somebody else says what is behind it. */
function selectorOf(service: KubernetesObject): Record<string, string> | undefined {
  const selector = valueAt(service, 'spec', 'selector');
  return isMap(selector) && Object.keys(selector).length > 0 ? selector as Record<string, string> : undefined;
}

export const danglingService = rule({
  id: 'dangling-service',
  title: 'Service with nothing behind it',
  severity: Severity.MEDIUM,
  domain: 'service',
  why: 'Every call fails; and a pod that somebody gives these labels receives what clients send.',
  fix: 'Make spec.selector match the labels of the pods, or add the EndpointSlice that says what is behind it.',
  equivalents: {
    'kube-linter': ['dangling-service'],
    'kube-score': ['service-targets-pod'],
    'kubescape': ['C-0293'],
  },
  check: inApplication(['Service'], (service, application) => {
    if (!isKubernetesOwn(service) || valueAt(service, 'spec', 'type') === 'ExternalName') { return undefined; }
    const matchLabels = selectorOf(service);
    if (!matchLabels) {
      return hasOwnEndpoints(application, service) ? undefined : fault('spec.selector', 'has no spec.selector, and no endpoints in the manifests');
    }
    return selectsAnyPod(application, namespaceOf(service), { matchLabels })
      ? undefined : fault('spec.selector', 'selects no pod of its namespace in the manifests');
  }),
});
