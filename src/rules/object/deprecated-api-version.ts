import { instead, perVersion } from './api-version';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const deprecatedApiVersion = rule({
  id: 'deprecated-api-version',
  title: 'API version that will be removed',
  severity: Severity.LOW,
  domain: 'object',
  why: 'An upgrade of the cluster, perhaps an urgent one, then waits for this object, or breaks it.',
  fix: 'Write the object for the API version that takes its place; fields may have changed.',
  standards: [nsa('application-security-practices'), owasp('K10')],
  equivalents: {
    'kube-linter': ['no-extensions-v1beta'],
    'kube-score': ['stable-version'],
    'trivy': ['KSV-0107'],
  },
  check: perVersion((lifecycle, kubernetes) => {
    const { apiVersion, deprecated, removed = Infinity } = lifecycle;
    return deprecated <= kubernetes && kubernetes < removed ? `is of ${apiVersion}, deprecated since Kubernetes 1.${deprecated}${instead(lifecycle)}` : undefined;
  }),
});
