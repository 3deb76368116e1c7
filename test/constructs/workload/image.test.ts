import { IMAGE, SIDECAR, chartIn, deployment, mistakesIn, objectOf } from './application';
import { Image } from '../../../src';

describe('images', () => {
  test.each([
    ['nothing', undefined], ['an empty text', ''], ['spaces', 'a b@sha256:'], ['a short digest', 'nginx@sha256:abc'], ['upper case', `Nginx@sha256:${'0'.repeat(64)}`],
  ])('of %s are refused', (_, reference) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: Image.of(reference as string) });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('containers[main].image is')]);
  });

  test('ofTag accepts a tag with its reason', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: Image.ofTag('registry.example.com/api:1.2', 'the registry has no digests yet') });
    expect(objectOf(chart, 'Deployment').metadata.annotations).toEqual({ 'acknowledge.cdk8s-bulwark/image-without-digest': 'the registry has no digests yet' });
  });

  test.each(['', '  ', undefined])('ofTag with the reason %j accepts nothing', (reason) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: Image.ofTag('registry.example.com/api:1.2', reason as string) });
    expect(mistakesIn(chart)).toContainEqual(expect.stringContaining('containers[main].image is'));
  });

  test.each(['registry.example.com/api:latest', 'registry.example.com/api'])('ofTag never accepts %s', (reference) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: Image.ofTag(reference, 'because') });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('latest-tag')]);
  });

  test('the reason for the tag of one image is none for another', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: Image.ofTag('registry.example.com/api:1.2', 'built here') }).addContainer({ ...SIDECAR, image: 'docker.io/somebody/else:1' });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('containers[sidecar].image')]);
  });

  test('a text instead of an Image, as cdk8s-plus takes it, is said to be that', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: IMAGE.reference as unknown as Image });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining(IMAGE.reference.slice(0, 40))]);
  });
});
