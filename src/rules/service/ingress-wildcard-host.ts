import { Severity } from '../../findings/severity';
import { isIngress } from '../../kubernetes/ingress';
import { listAt, textAt } from '../../kubernetes/object';
import { owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

export const ingressWildcardHost = rule({
  id: 'ingress-wildcard-host',
  title: 'Ingress for a wildcard host',
  severity: Severity.LOW,
  domain: 'service',
  why: 'It takes the requests for every name of the domain that nobody else serves yet, cookies of the domain included.',
  fix: 'Name each host.',
  standards: [owasp('K07')],
  equivalents: {
    kyverno: ['restrict-ingress-wildcard'],
  },
  default: false,
  check: perObject(['Ingress'], (ingress) => (isIngress(ingress) ? listAt(ingress, 'spec', 'rules') : []).flatMap((each, index) => {
    const host = textAt(each, 'host') ?? '';
    return host.includes('*') ? [fault(`spec.rules[${index}].host`, `serves every host of ${shown(host)}`)] : [];
  })),
});
