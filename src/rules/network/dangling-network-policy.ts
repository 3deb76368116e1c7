import { selectsAnyPod } from '../../analysis/pods-by-label';
import { Severity } from '../../findings/severity';
import { isNetworkPolicy, podSelectorOf, selectsEverything } from '../../kubernetes/network-policy';
import { namespaceOf } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

/** A policy for every pod is for those to come as well. */
export const danglingNetworkPolicy = rule({
  id: 'dangling-network-policy',
  title: 'NetworkPolicy that selects no pod',
  severity: Severity.MEDIUM,
  domain: 'network',
  why: 'A policy whose labels no pod carries protects nothing, while everybody believes that it does.',
  fix: 'Correct spec.podSelector or the namespace of the policy, or delete it.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    'kube-linter': ['dangling-networkpolicy'],
    'kube-score': ['networkpolicy-targets-pod'],
    'kubescape': ['C-0299'],
  },
  check: inApplication(['NetworkPolicy'], (policy, application) => {
    const selector = podSelectorOf(policy);
    return !isNetworkPolicy(policy) || selectsEverything(selector) || selectsAnyPod(application, namespaceOf(policy), selector)
      ? undefined : fault('spec.podSelector', 'selects no pod of its namespace in the manifests');
  }),
});
