import { everyReadableImage } from './every-image';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { VULNERABLE_IMAGES } from '../../standards/vulnerable-images';
import { rule } from '../rule';

type Version = readonly [number, number, number];

/** `v1.2.3-debian` is 1.2.3. */
function versionOf(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

/** From the first, before the second. */
function isIn(version: Version, [first, fixed]: readonly [string, string]): boolean {
  return compare(version, versionOf(first)!) >= 0 && compare(version, versionOf(fixed)!) < 0;
}

function compare(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

export const vulnerableComponent = rule({
  id: 'vulnerable-component',
  title: 'Component with a known way in',
  severity: Severity.CRITICAL,
  domain: 'image',
  why: 'The way in is published, and scanners for it run over the Internet all day.',
  fix: 'Use a version in which it is closed.',
  standards: [nsa('application-security-practices'), owasp('K10')],
  equivalents: {
    kubescape: ['C-0059', 'C-0081', 'C-0090', 'C-0091'],
  },
  check: everyReadableImage(({ repository, tag }) => {
    const version = versionOf(tag ?? '');
    const known = version && VULNERABLE_IMAGES
      .find((each) => each.repository.test(repository) && each.versions.some((range) => isIn(version, range)));
    return known && `which has ${known.id}`;
  }),
});
