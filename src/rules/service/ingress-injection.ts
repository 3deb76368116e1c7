import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { isIngress } from '../../kubernetes/ingress';
import { mapAt } from '../../kubernetes/object';
import { owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** Addresses, in which the variables of nginx are common: `https://$host/oauth2/start?rd=$escaped_request_uri`. */
const ADDRESS = /^[A-Za-z0-9\-._~:/?&=%$@+,*()[\]!]*$/;

/** A regular expression for the common name of a client. */
const COMMON_NAME = /^CN=[A-Za-z0-9\-._~:/ =@+,*?^$()[\]\\]+$/;

/** What ingress-nginx writes into its configuration: any character that ends a directive would begin another. */
const WRITTEN_AS_IS: Readonly<Record<string, RegExp>> = {
  'auth-url': ADDRESS,
  'auth-signin': ADDRESS,
  'mirror-target': ADDRESS,
  'mirror-host': ADDRESS,
  'auth-tls-match-cn': COMMON_NAME,
};

/** @see https://github.com/kubernetes/kubernetes/issues/131007 CVE-2025-1974, with CVE-2025-1097, CVE-2025-1098 and CVE-2025-24514 */
export const ingressInjection = rule({
  id: 'ingress-injection',
  title: 'Injection into the configuration of ingress-nginx',
  severity: Severity.CRITICAL,
  domain: 'service',
  why: 'The value breaks out of its directive and runs code in the controller, which reads every Secret of the cluster (IngressNightmare).',
  fix: 'Write a plain URL, or CN= and a name, without quotes, braces, semicolons, # or line breaks; and update ingress-nginx.',
  standards: [owasp('K10')],
  equivalents: {
    trivy: ['KCV-0093'],
  },
  check: perObject(['Ingress'], (ingress) => (isIngress(ingress) ? Object.entries(mapAt(ingress, 'metadata', 'annotations') ?? {}) : [])
    .filter(([key, value]) => {
      const slash = key.indexOf('/');
      const expected = WRITTEN_AS_IS[key.slice(slash + 1)];
      return expected && key.slice(0, slash).includes('nginx') && !(typeof value === 'string' && expected.test(value));
    })
    .map(([key, value]) => fault(fieldPath('metadata.annotations', [key]), `sets the annotation ${key} to ${shown(value)}`))),
});
