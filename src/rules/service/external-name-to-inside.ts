import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** Names and addresses that mean the client itself, its node, or something within the cluster. */
const INSIDE = [
  /^localhost$/, /\.localhost$/, /^localhost\.localdomain$/, /^\[?::1\]?$/, /^127\./, /^0\.0\.0\.0$/, /^169\.254\./,
  /^metadata\.google\.internal$/, /\.svc$/, /\.svc\.cluster\.local$/, /^kubernetes(\.default)?$/,
];

/** @see https://github.com/kubernetes/kubernetes/issues/103675 CVE-2021-25740 */
export const externalNameToInside = rule({
  id: 'external-name-to-inside',
  title: 'Alias of localhost or of the cluster itself',
  severity: Severity.HIGH,
  domain: 'service',
  why: 'An ingress controller that follows the alias serves its own localhost, the cloud\'s metadata or another namespace to the outside.',
  fix: 'Remove the alias; name a host outside of the cluster, or call the other Service by its own name.',
  standards: [nsa('network-policies'), owasp('K07')],
  equivalents: {
    kyverno: ['disallow-localhost-services'],
  },
  check: perObject(['Service'], (service) => {
    const name = valueAt(service, 'spec', 'externalName');
    const host = typeof name === 'string' ? name.toLowerCase().replace(/\.$/, '') : '';
    return INSIDE.some((pattern) => pattern.test(host)) ? fault('spec.externalName', `is an alias of ${shown(name)}`) : undefined;
  }),
});
