import { Severity } from '../../findings/severity';
import { coversHost, isIngress } from '../../kubernetes/ingress';
import { listAt, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

/** An Ingress without any TLS, and rules without a host, have rules of their own. An entry without hosts is for all of them. */
export const ingressHostWithoutTls = rule({
  id: 'ingress-host-without-tls',
  title: 'Host without TLS',
  severity: Severity.HIGH,
  domain: 'service',
  why: 'The host is served in the clear, or with a certificate for another name that teaches users to click warnings away.',
  fix: 'Add the host to spec.tls, with the Secret of its certificate.',
  standards: [nsa('encryption'), owasp('K07')],
  equivalents: {
    kyverno: ['ingress-host-match-tls'],
  },
  check: perObject(['Ingress'], (ingress) => {
    const tls = isIngress(ingress) ? listAt(ingress, 'spec', 'tls') : [];
    if (tls.length === 0 || tls.some((entry) => listAt(entry, 'hosts').length === 0)) { return undefined; }
    const covered = tls.flatMap((entry) => listAt(entry, 'hosts'));
    return listAt(ingress, 'spec', 'rules').flatMap((each, index) => {
      const host = valueAt(each, 'host');
      return typeof host === 'string' && host !== '' && !coversHost(covered, host)
        ? [fault(`spec.rules[${index}].host`, `serves ${shown(host)}, which is not among the hosts of spec.tls`)] : [];
    });
  }),
});
