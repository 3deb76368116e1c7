import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

/** The API server cannot tell a policy that was written from one that it has filled in by itself, so there is no admission policy. */
export const imagePullPolicyNotAlways = rule({
  id: 'image-pull-policy-not-always',
  title: 'Image that is not checked when a pod starts',
  severity: Severity.LOW,
  domain: 'image',
  why: 'Any pod on the node can run a private image that is already there without a right to pull it, and a replaced image stays.',
  fix: 'Set imagePullPolicy to Always; only what has changed is pulled.',
  standards: [cis('5.5.1'), nsa('secure-images'), owasp('K02')],
  equivalents: {
    'kube-score': ['container-image-pull-policy'],
    'polaris': ['pullPolicyNotAlways'],
    'kubescape': ['C-0075'],
    'checkov': ['CKV_K8S_15'],
    'kyverno': ['imagepullpolicy-always', 'always-pull-images'],
  },
  check: perContainer(({ spec }) => {
    const policy = valueAt(spec, 'imagePullPolicy');
    return policy === 'Always' ? undefined
      : fault('imagePullPolicy', policy === undefined ? 'does not set imagePullPolicy to Always' : `sets imagePullPolicy to ${shown(policy)}`);
  }),
});
