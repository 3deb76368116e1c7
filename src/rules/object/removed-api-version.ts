import { instead, perVersion } from './api-version';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const removedApiVersion = rule({
  id: 'removed-api-version',
  title: 'API version that is gone',
  severity: Severity.HIGH,
  domain: 'object',
  why: 'The API server refuses the object, and with it whatever the object was to protect or to run.',
  fix: 'Write the object for the API version that took its place; fields may have changed.',
  standards: [nsa('application-security-practices'), owasp('K10')],
  equivalents: {
    'kube-linter': ['no-extensions-v1beta'],
    'kube-score': ['stable-version'],
    'trivy': ['KSV-0107'],
    'kyverno': ['check-deprecated-apis'],
  },
  check: perVersion((lifecycle, kubernetes) => {
    const { apiVersion, removed } = lifecycle;
    return removed !== undefined && removed <= kubernetes ? `is of ${apiVersion}, which Kubernetes 1.${removed} removed${instead(lifecycle)}` : undefined;
  }),
});
