import { Severity } from '../../findings/severity';
import { PlainObject, mapAt, nameOf, textAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { all, fault, perObject, perPod } from '../check';
import { rule } from '../rule';
import { everyReadableImage } from './every-image';

function isTiller(metadata: PlainObject | undefined): boolean {
  return textAt(metadata, 'labels', 'name') === 'tiller' && textAt(metadata, 'labels', 'app') === 'helm';
}

export const tiller = rule({
  id: 'tiller',
  title: 'Tiller of Helm 2',
  severity: Severity.CRITICAL,
  domain: 'image',
  why: 'Tiller does whatever it is asked for with its own rights, usually cluster-admin, and asks nobody who they are.',
  fix: 'Remove Tiller; Helm 3 and later work without it.',
  standards: [nsa('application-security-practices'), owasp('K10')],
  equivalents: {
    trivy: ['KSV-0102'],
    checkov: ['CKV_K8S_34', 'CKV_K8S_44', 'CKV_K8S_45'],
    kyverno: ['disallow-helm-tiller'],
  },
  check: all(
    everyReadableImage(({ repository }) => (repository.includes('tiller') ? 'which is Tiller' : undefined)),
    perPod(({ metadata }) => (isTiller(metadata) ? fault('metadata.labels', 'bears the labels of Tiller') : undefined)),
    perObject(['Service'], (service) => (
      isTiller(mapAt(service, 'metadata')) || nameOf(service) === 'tiller-deploy' ? fault('metadata', 'is the way to Tiller') : undefined)),
  ),
});
