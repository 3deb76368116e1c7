import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyImage } from './every-image';

export const imageWithoutDigest = rule({
  id: 'image-without-digest',
  title: 'Image without a digest',
  severity: Severity.MEDIUM,
  domain: 'image',
  why: 'A tag can be moved: whoever takes over the registry, or an account in it, decides what the next pod runs.',
  fix: 'Add the digest of the image that was tested: name:tag@sha256:….',
  standards: [cis('5.5.1'), nsa('secure-images'), owasp('K02')],
  equivalents: {
    kubescape: ['C-0306'],
    checkov: ['CKV_K8S_43'],
    kyverno: ['require-image-checksum'],
  },
  check: everyImage(({ digest }) => (digest === undefined ? 'which has no digest' : undefined), {
    holds: "image.contains('@')",
    must: 'must have a digest',
  }),
});
