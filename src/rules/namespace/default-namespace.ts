import { Severity } from '../../findings/severity';
import { isKubernetesOwn } from '../../kubernetes/api-group';
import { NAMESPACED_KINDS } from '../../kubernetes/namespaced-kinds';
import { valueAt } from '../../kubernetes/object';
import { cis, nsa } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const defaultNamespace = rule({
  id: 'default-namespace',
  title: 'Object in the default namespace',
  severity: Severity.LOW,
  domain: 'namespace',
  why: 'What has no namespace of its own has no quota, policies or permissions of its own either, and meets whatever else was put there.',
  fix: 'Set metadata.namespace to a namespace of the application.',
  standards: [cis('5.6.1'), cis('5.6.4'), nsa('namespaces')],
  equivalents: {
    'kube-linter': ['use-namespace'],
    'trivy': ['KSV-0110'],
    'kubescape': ['C-0061'],
    'checkov': ['CKV_K8S_21'],
    'kyverno': ['disallow-default-namespace'],
  },
  check: perObject(NAMESPACED_KINDS, (object) => {
    const namespace = valueAt(object, 'metadata', 'namespace');
    if (!isKubernetesOwn(object) || !(namespace === undefined || namespace === '' || namespace === 'default')) { return undefined; }
    return fault('metadata.namespace', namespace === 'default' ? 'is in the namespace default' : 'does not set metadata.namespace, which means default');
  }),
});
