import { Severity } from '../../findings/severity';
import { isIngress } from '../../kubernetes/ingress';
import { valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

const ANNOTATION = 'kubernetes.io/ingress.allow-http';

/** Each controller has its own way; this annotation is the one that Kubernetes lists. */
export const ingressAllowsHttp = rule({
  id: 'ingress-allows-http',
  title: 'Plain HTTP beside TLS',
  severity: Severity.LOW,
  domain: 'service',
  why: 'The first request, with its cookies, goes out in the clear before anything redirects it.',
  fix: `Set the annotation ${ANNOTATION} to "false".`,
  standards: [nsa('encryption'), owasp('K07')],
  equivalents: {
    kyverno: ['require-ingress-https'],
  },
  default: false,
  check: perObject(['Ingress'], (ingress) => {
    const value = valueAt(ingress, 'metadata', 'annotations', ANNOTATION);
    if (!isIngress(ingress) || value === 'false') { return undefined; }
    return fault(`metadata.annotations["${ANNOTATION}"]`, value === undefined ? `does not set ${ANNOTATION} to "false"` : `sets ${ANNOTATION} to ${shown(value)}`);
  }),
});
