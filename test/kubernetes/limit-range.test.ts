import { claimBreaches, containersOf, limitRangeBreaches } from '../../src/kubernetes/limit-range';
import { LimitRangeItemLike } from '../../src/kubernetes/pod-resources';

const container = (requests: object, limits: object, name = 'web') => ({ name, resources: { requests: { ...requests }, limits: { ...limits } } });
const breaches = (item: LimitRangeItemLike, ...containers: object[]) => limitRangeBreaches({ containers }, { limits: [{ type: 'Container', ...item }] });

describe('a LimitRange for containers', () => {
  test('holds the maximum against limits and requests', () => {
    expect(breaches({ max: { cpu: '2' } }, container({ cpu: '1' }, { cpu: '4' }))).toEqual([
      { container: 'web', resource: 'limits.cpu', need: '4', bound: 'max', room: '2' },
    ]);
    expect(breaches({ max: { cpu: '2' } }, container({ cpu: '3' }, { cpu: '2' }))).toEqual([
      { container: 'web', resource: 'requests.cpu', need: '3', bound: 'max', room: '2' },
      { container: 'web', resource: 'requests.cpu', need: '3', bound: 'limit', room: '2' },
    ]);
    expect(breaches({ max: { cpu: '2' } }, container({ cpu: '2' }, { cpu: '2' }))).toEqual([]);
  });

  test('holds the minimum against requests and limits', () => {
    expect(breaches({ min: { memory: '64Mi' } }, container({ memory: '32Mi' }, { memory: '32Mi' }))).toEqual([
      { container: 'web', resource: 'requests.memory', need: '32Mi', bound: 'min', room: '64Mi' },
    ]);
    expect(breaches({ min: { memory: '64Mi' } }, container({ memory: '64Mi' }, { memory: '64Mi' }))).toEqual([]);
  });

  test('lets its own defaults count, which include the maximum and the minimum', () => {
    expect(breaches({ max: { cpu: '2' }, min: { cpu: '1' } }, container({}, {}))).toEqual([]);
  });

  test('bounds how far the limit may be above the request', () => {
    expect(breaches({ maxLimitRequestRatio: { cpu: '4' } }, container({ cpu: '100m' }, { cpu: '400m' }))).toEqual([]);
    expect(breaches({ maxLimitRequestRatio: { cpu: '4' } }, container({ cpu: '100m' }, { cpu: '401m' }))).toEqual([
      { container: 'web', resource: 'cpu', need: '4.01', bound: 'maxLimitRequestRatio', room: '4' },
    ]);
    expect(breaches({ maxLimitRequestRatio: { cpu: '1500m' } }, container({ cpu: '100m' }, { cpu: '150m' }))).toEqual([]);
    expect(breaches({ maxLimitRequestRatio: { cpu: '4' } }, container({ cpu: '100m' }, {}))).toMatchObject([{ need: 'none' }]);
    expect(breaches({ maxLimitRequestRatio: { cpu: '4' } }, container({ cpu: '0' }, { cpu: '1' }))).toMatchObject([{ need: 'none' }]);
  });

  test('names each container, init containers too, by its place where it has no name', () => {
    const pod = { initContainers: [container({}, { cpu: '3' }, 'migrate')], containers: [container({}, { cpu: '3' }, 'web'), { resources: { limits: { cpu: '3' } } }] };
    expect(limitRangeBreaches(pod, { limits: [{ type: 'Container', max: { cpu: '2' } }] }).map((breach) => breach.container)).toEqual(['migrate', 'web', 'containers[1]']);
    expect(containersOf(pod).map(({ name }) => name)).toEqual(['migrate', 'web', 'containers[1]']);
  });

  test('has nothing to say about what is no quantity: that is a mistake of its own', () => {
    expect(breaches({ max: { cpu: '2' }, min: { cpu: 'lots' } }, container({ cpu: 'lots' }, { cpu: 'lots' }))).toEqual([]);
  });
});

describe('a LimitRange for pods', () => {
  const ofPod = (item: LimitRangeItemLike, pod: object) => limitRangeBreaches(pod, { limits: [{ type: 'Pod', ...item }] });

  test('is held against the sum of the containers, without overhead', () => {
    const pod = { containers: [container({ cpu: '1' }, { cpu: '1' }), container({ cpu: '2' }, { cpu: '2' })], overhead: { cpu: '10' } };
    expect(ofPod({ max: { cpu: '3' } }, pod)).toEqual([]);
    expect(ofPod({ max: { cpu: '2' } }, pod)).toEqual([{ container: undefined, resource: 'limits.cpu', need: '3', bound: 'max', room: '2' }]);
  });

  test('refuses a pod without the value that it bounds', () => {
    expect(ofPod({ max: { cpu: '3' }, min: { memory: '1Mi' } }, { containers: [{}] })).toEqual([
      { container: undefined, resource: 'requests.memory', need: 'none', bound: 'min', room: '1Mi' },
      { container: undefined, resource: 'limits.cpu', need: 'none', bound: 'max', room: '3' },
    ]);
  });
});

test('a request above its limit is refused without any LimitRange', () => {
  expect(limitRangeBreaches({ containers: [container({ cpu: '2' }, { cpu: '1' })] }, undefined)).toEqual([
    { container: 'web', resource: 'requests.cpu', need: '2', bound: 'limit', room: '1' },
  ]);
});

test('a request above the limit that the LimitRange sets by default is refused', () => {
  expect(breaches({ default: { memory: '256Mi' } }, container({ memory: '1Gi' }, {}))).toEqual([
    { container: 'web', resource: 'requests.memory', need: '1Gi', bound: 'limit', room: '256Mi' },
  ]);
});

describe('a LimitRange for claims', () => {
  const limitRange = { limits: [{ type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '10Gi' } }] };

  test.each([['1Gi', []], ['10Gi', []], ['20Gi', ['max']], ['512Mi', ['min']], [undefined, ['min', 'max']], [{ value: '20Gi' }, ['max']]])('of %j breaches %j', (storage, bounds) => {
    expect(claimBreaches(storage, limitRange).map(({ bound }) => bound)).toEqual(bounds);
  });

  test('says nothing about pods', () => {
    expect(limitRangeBreaches({ containers: [{}] }, limitRange)).toEqual([]);
    expect(claimBreaches('20Gi', { limits: [{ type: 'Container', max: { storage: '1Gi' } }] })).toEqual([]);
  });
});
