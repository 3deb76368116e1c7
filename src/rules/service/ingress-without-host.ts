import { Severity } from '../../findings/severity';
import { isIngress } from '../../kubernetes/ingress';
import { listAt, textAt } from '../../kubernetes/object';
import { owasp } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const ingressWithoutHost = rule({
  id: 'ingress-without-host',
  title: 'Ingress rule for every host',
  severity: Severity.LOW,
  domain: 'service',
  why: 'The rule answers under every name that points here, also under those of other teams and of attackers.',
  fix: 'Set host in every rule.',
  standards: [owasp('K07')],
  equivalents: {
    kyverno: ['disallow-empty-ingress-host'],
  },
  check: perObject(['Ingress'], (ingress) => (isIngress(ingress) ? listAt(ingress, 'spec', 'rules') : []).flatMap((each, index) => (
    textAt(each, 'host') ? [] : [fault(`spec.rules[${index}].host`, `sets no host in spec.rules[${index}]`)]))),
});
