import { evaluate } from '../../../src/evaluation/evaluate';
import { KubernetesObject } from '../../../src/kubernetes/object';
import { untrustedRegistry, untrustedRegistryOutside } from '../../../src/rules/image/untrusted-registry';

const rule = untrustedRegistryOutside(['Registry.example.com', 'ghcr.io/our-team']);

/** What the rule says about a pod with one image, after the name of the container. */
function complaint(image: string): string | undefined {
  const object: KubernetesObject = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'app', image }] } };
  const { findings, errors } = evaluate([{ object, file: 'app.yaml', position: () => ({ line: 1, column: 1 }) }], [rule], {});
  expect(errors).toEqual([]);
  return findings[0]?.message;
}

describe('registries that are said to be trusted', () => {
  test.each(['registry.example.com/app:1.0', 'REGISTRY.example.com/deep/er/app:1.0', 'ghcr.io/our-team/app:1.0', 'ghcr.io/our-team:1.0'])('cover %s', (image) => {
    expect(complaint(image)).toBeUndefined();
  });

  test.each(['ghcr.io/our-team-mates/app:1.0', 'ghcr.io/other/app:1.0', 'registry.example.com.evil.example/app:1.0', 'quay.io/ghcr.io/our-team/app:1.0'])('do not cover %s', (image) => {
    expect(complaint(image)).toBe(`container "app" uses the image "${image}", from a registry that is not among the trusted ones`);
  });

  test('cover no image that names no registry', () => {
    expect(complaint('nginx:1.29')).toBe('container "app" uses the image "nginx:1.29", which names no registry');
  });

  test('change nothing else about the rule, and its words to fit', () => {
    const { title, why, fix, checks, ...rest } = rule;
    const { title: plainTitle, why: plainWhy, fix: plainFix, checks: plainChecks, ...plainRest } = untrustedRegistry;
    expect(rest).toEqual(plainRest);
    expect(checks.map(({ since }) => since)).toEqual([0]);
    expect([title, why, fix]).not.toEqual([plainTitle, plainWhy, plainFix]);
    expect([title, why, fix].every((text) => text.length > 20)).toBe(true);
    expect(Object.isFrozen(rule)).toBe(true);
  });
});
