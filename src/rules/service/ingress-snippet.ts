import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { isIngress } from '../../kubernetes/ingress';
import { mapAt } from '../../kubernetes/object';
import { owasp } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

/** The prefix of the annotations can be configured, so it does not matter. @see https://github.com/kubernetes/ingress-nginx/issues/7837 CVE-2021-25742 */
export const ingressSnippet = rule({
  id: 'ingress-snippet',
  title: 'Configuration snippet in an Ingress',
  severity: Severity.HIGH,
  domain: 'service',
  why: 'A snippet is configuration, or Lua code, of the controller: whoever writes it reads every Secret of the cluster (CVE-2021-25742).',
  fix: 'Remove the annotation, use one that says what is meant, and leave allow-snippet-annotations off in the controller.',
  standards: [owasp('K01')],
  equivalents: {
    checkov: ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'],
  },
  check: perObject(['Ingress'], (ingress) => (isIngress(ingress) ? Object.keys(mapAt(ingress, 'metadata', 'annotations') ?? {}) : [])
    .filter((key) => key.includes('snippet'))
    .map((key) => fault(fieldPath('metadata.annotations', [key]), `sets the annotation ${key}`))),
});
