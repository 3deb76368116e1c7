import { Severity } from '../../findings/severity';
import { isIngress } from '../../kubernetes/ingress';
import { listAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

export const ingressWithoutTls = rule({
  id: 'ingress-without-tls',
  title: 'Ingress without TLS',
  severity: Severity.HIGH,
  domain: 'service',
  why: 'Passwords, cookies and data cross the network in the clear, for anybody on the way to read and change.',
  fix: 'Set spec.tls with every host and the Secret of its certificate.',
  standards: [nsa('encryption'), owasp('K07')],
  equivalents: {
    polaris: ['tlsSettingsMissing'],
    kubescape: ['C-0263'],
    kyverno: ['require-ingress-https', 'ingress-host-match-tls'],
  },
  check: perObject(['Ingress'], (ingress) => (
    isIngress(ingress) && listAt(ingress, 'spec', 'tls').length === 0 ? fault('spec.tls', 'does not set spec.tls') : undefined)),
});
