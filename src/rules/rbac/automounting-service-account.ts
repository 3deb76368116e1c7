import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const automountingServiceAccount = rule({
  id: 'automounting-service-account',
  title: 'ServiceAccount that hands out its token',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'Every pod that runs as the account and does not say otherwise gets a token, also one that somebody else starts later.',
  fix: 'Set automountServiceAccountToken to false in the ServiceAccount.',
  standards: [cis('5.1.5'), cis('5.1.6'), nsa('service-account-tokens'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0189'],
    checkov: ['CKV_K8S_41'],
    kyverno: ['restrict-sa-automount-sa-token'],
  },
  check: everyObject(['ServiceAccount'], field('automountServiceAccountToken').is(false)),
});
