import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyImage } from './every-image';

export const latestTag = rule({
  id: 'latest-tag',
  title: 'Image without a fixed tag',
  severity: Severity.MEDIUM,
  domain: 'image',
  why: 'What runs changes with every pull and nobody can say what ran: a bad build, or a planted one, arrives with the next restart.',
  fix: 'Name a version as the tag, or better, the digest.',
  standards: [cis('5.5.1'), nsa('secure-images'), owasp('K02')],
  equivalents: {
    'kube-linter': ['latest-tag'],
    'kube-score': ['container-image-tag'],
    'polaris': ['tagNotSpecified'],
    'trivy': ['KSV-0013'],
    'checkov': ['CKV_K8S_14'],
    'kyverno': ['disallow-latest-tag'],
  },
  check: everyImage(({ tag, digest }) => {
    if (digest !== undefined) { return undefined; }
    if (tag === undefined) { return 'which has no tag'; }
    return tag === 'latest' ? 'whose tag moves' : undefined;
  }, {
    holds: "(image.contains('@') || (image.matches(':[^:/]+$') && !image.endsWith(':latest')))",
    must: 'must have a tag other than latest, or a digest',
  }),
});
