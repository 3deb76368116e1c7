import { HEALTH, IMAGE, chartIn, deployment, mistakesIn, objectOf, objectsOf, podSpecOf } from './application';
import { Acknowledgements, HardenedDeployment } from '../../../src';

describe('labels', () => {
  test('that the user gave are kept', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', {
      metadata: { name: 'api', labels: { 'team': 'checkout', 'app.kubernetes.io/name': 'prices' } },
      podMetadata: { labels: { 'team': 'checkout', 'app.kubernetes.io/managed-by': 'argo' }, annotations: { note: 'x' } },
    });
    const { metadata, spec } = objectOf(chart, 'Deployment');
    expect(metadata.labels).toMatchObject({ 'team': 'checkout', 'app.kubernetes.io/name': 'prices', 'app.kubernetes.io/instance': 'api' });
    expect(spec.template.metadata.labels).toMatchObject({ 'team': 'checkout', 'app.kubernetes.io/managed-by': 'argo' });
    expect(spec.template.metadata.annotations).toEqual({ note: 'x' });
  });

  test('cannot take the pods away from their own policy', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { podMetadata: { labels: { 'app.kubernetes.io/instance': 'somebody-else' } } });
    expect(objectOf(chart, 'Deployment').spec.template.metadata.labels['app.kubernetes.io/instance']).toBe('api');
  });

  test('that are none are refused', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { metadata: { name: 'api', labels: { team: 'the checkout team' } } });
    expect(mistakesIn(chart)).toContainEqual(expect.stringMatching(/labels.*the checkout team/));
  });
});

describe('names', () => {
  test('come from the construct path when none is given, and all objects share them', () => {
    const chart = chartIn('shop');
    const { name } = new HardenedDeployment(chart, 'api', { image: IMAGE, port: 8080, health: HEALTH });
    expect(objectsOf(chart).map(({ metadata }) => metadata.name)).toEqual([name, name, name, name, name]);
    expect(objectOf(chart, 'Deployment').spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/instance': name });
  });

  test.each([
    ['too long', 'a'.repeat(64)], ['upper case', 'Api'], ['with a dot', 'api.v2'], ['beginning with a digit', '1api'], ['empty', ''], ['not Latin', 'прилавок'],
  ])('%s are refused', (_, name) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { metadata: { name } });
    expect(mistakesIn(chart)).toContainEqual(expect.stringContaining(`[shop/api] metadata.name is ${JSON.stringify(name)}`));
  });

  test('of 63 characters fit every object', () => {
    const chart = chartIn('shop');
    deployment(chart, 'a'.repeat(63));
    expect(mistakesIn(chart)).toEqual([]);
  });

  test('that are not Latin in the construct path still make a name that Kubernetes takes', () => {
    const chart = chartIn('shop');
    new HardenedDeployment(chart, 'прилавок', { image: IMAGE, port: 8080, health: HEALTH });
    expect(objectOf(chart, 'Deployment').metadata.name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
  });

  test('may not be shared by two workloads of one namespace, whose labels, policies and services would be one', () => {
    const chart = chartIn('shop');
    deployment(chart, 'first', { metadata: { name: 'api' } });
    deployment(chart, 'second', { metadata: { name: 'api' } });
    expect(mistakesIn(chart)).not.toEqual([]);
  });

  test('may be shared by workloads of different namespaces', () => {
    const chart = chartIn('shop');
    deployment(chart, 'first', { metadata: { name: 'api', namespace: 'one' } });
    deployment(chart, 'second', { metadata: { name: 'api', namespace: 'two' } });
    expect(mistakesIn(chart)).toEqual([]);
  });
});

describe('UID', () => {
  test('can be left to the image, root still refused by the kubelet', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { useImageUser: true });
    const { securityContext } = podSpecOf(chart);
    expect(securityContext.runAsNonRoot).toBe(true);
    expect(Object.keys(securityContext)).not.toEqual(expect.arrayContaining(['runAsUser', 'runAsGroup', 'fsGroup']));
    expect(podSpecOf(chart).containers[0].securityContext.runAsNonRoot).toBe(true);
  });

  test('can be another one', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { securityContext: { user: 999 } });
    expect(podSpecOf(chart).securityContext).toMatchObject({ runAsUser: 999, runAsGroup: 10001, runAsNonRoot: true });
  });
});

describe('replicas', () => {
  test.each([0, 2, 7])('of %d are kept', (replicas) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { replicas });
    expect(objectOf(chart, 'Deployment').spec.replicas).toBe(replicas);
  });

  test('of one need a reason', () => {
    const chart = chartIn('shop');
    const only = deployment(chart, 'api', { replicas: 1 });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/replicas is 1, allowed is at least 2.*single-replica/)]);
    Acknowledgements.of(only).add({ rule: 'single-replica', reason: 'it keeps its state in memory' });
    expect(objectOf(chart, 'Deployment').spec.replicas).toBe(1);
  });

  test.each([[-1, '-1'], [1.5, '1.5'], ['3', '"3"'], [null, 'null'], [NaN, 'NaN'], [Infinity, 'Infinity']])('of %p are refused, as given', (replicas, shown) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { replicas: replicas as number });
    expect(mistakesIn(chart)).toEqual([`[shop/api] replicas is ${shown}, allowed is an integer of at least 0`]);
  });

  test('of more than an int32 are refused, as the API server does', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { replicas: 2 ** 31 });
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});
