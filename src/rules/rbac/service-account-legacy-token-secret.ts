import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { all, fault, perObject } from '../check';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const serviceAccountLegacyTokenSecret = rule({
  id: 'service-account-legacy-token-secret',
  title: 'ServiceAccount token kept in a Secret',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'A token in a Secret works for everybody who ever saw it, from everywhere, until the Secret is deleted.',
  fix: 'Mount a projected token, which lasts an hour and ends with its pod, or ask for one with kubectl create token.',
  standards: [nsa('service-account-tokens'), owasp('K08')],
  equivalents: {
    kyverno: ['deny-secret-service-account-token-type'],
  },
  check: all(
    everyObject(['Secret'], field('type').isNot('kubernetes.io/service-account-token')),
    perObject(['ServiceAccount'], (account) => {
      const secrets = valueAt(account, 'secrets');
      return secrets === undefined || (Array.isArray(secrets) && secrets.length === 0) ? undefined : fault('secrets', 'keeps its tokens in Secrets');
    }, { holds: 'size(object.?secrets.orValue([])) == 0', message: 'secrets of every ServiceAccount must be absent or empty' }),
  ),
});
