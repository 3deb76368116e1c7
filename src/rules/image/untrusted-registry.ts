import { Severity } from '../../findings/severity';
import { ImageReference } from '../../kubernetes/image-reference';
import { cis, nsa, owasp } from '../../standards';
import { Rule, rule } from '../rule';
import { everyImage } from './every-image';

const OPEN_TO_EVERYBODY = [
  'docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'ghcr.io', 'public.ecr.aws', 'quay.io', 'registry.gitlab.com',
  'ttl.sh',
];

export const untrustedRegistry = rule({
  id: 'untrusted-registry',
  title: 'Image from a registry that is open to everybody',
  severity: Severity.LOW,
  domain: 'image',
  why: 'Anybody may publish there: a mistyped name or a taken over account is enough to run what a stranger made.',
  fix: 'Name a registry of your own in the image, and copy what you need from others into it.',
  standards: [cis('5.5.1'), nsa('secure-images'), owasp('K02')],
  equivalents: {
    trivy: ['KSV-0125', 'KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035'],
    kubescape: ['C-0001', 'C-0078'],
    kyverno: ['restrict-image-registries', 'advanced-restrict-image-registries', 'allowed-image-repos'],
  },
  check: everyImage(({ registry }) => {
    if (registry === undefined) { return 'which names no registry'; }
    return OPEN_TO_EVERYBODY.includes(registry.toLowerCase()) ? 'from a registry where anybody may publish' : undefined;
  }),
});

/**
 * The same rule for those who say which registries they trust: an image from any other is a finding.
 *
 * @param trusted such as `registry.example.com` or `ghcr.io/our-team`
 */
export function untrustedRegistryOutside(trusted: readonly string[]): Rule {
  const isTrusted = ({ registry, repository }: ImageReference) => trusted.some((prefix) => `${registry?.toLowerCase()}/${repository}/`.startsWith(`${prefix.toLowerCase()}/`));
  const check = everyImage((image) => {
    if (image.registry === undefined) { return 'which names no registry'; }
    return isTrusted(image) ? undefined : 'from a registry that is not among the trusted ones';
  });
  return Object.freeze({
    ...untrustedRegistry,
    title: 'Image from a registry that is not trusted',
    why: 'Nobody has agreed to run what is published there: a mistyped name or a taken over account is enough to run what a stranger made.',
    fix: 'Name a trusted registry in the image, or add this one to the trusted registries.',
    checks: Object.freeze([{ since: 0, check }]),
  });
}
