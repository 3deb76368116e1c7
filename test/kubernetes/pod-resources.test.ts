import recorded from './recorded/pods.json';
import { limitRangeBreaches } from '../../src/kubernetes/limit-range';
import { PodLike, hasPodLevelResources, podLimits, podRequests, withDefaults } from '../../src/kubernetes/pod-resources';
import { formatQuantity } from '../../src/kubernetes/quantity';
import { podUsage } from '../../src/kubernetes/quota-usage';

const written = (amounts: Map<string, bigint>) => Object.fromEntries([...amounts].map(([resource, amount]) => [resource, formatQuantity(resource, amount)]));
const requesting = (cpu: unknown, more: object = {}) => ({ resources: { requests: { cpu } }, ...more });

describe('held against Kubernetes itself', () => {
  test.each(recorded.map(({ pod, limitRange, usage, refusals }, index) => ({ index, pod: pod as PodLike, limitRange, usage, refusals })))(
    'pod $index is charged and refused as there',
    ({ pod, limitRange, usage, refusals }) => {
      const charged = podUsage(withDefaults(pod, limitRange), []);
      expect(Object.fromEntries([...charged].map(([resource, amount]) => [resource, amount.toString()]))).toEqual(usage);
      expect(limitRangeBreaches(pod, limitRange).filter(({ bound }) => bound !== 'limit')).toHaveLength(refusals.length);
    });
});

describe('what a pod requests', () => {
  test('is the sum of its containers', () => {
    expect(written(podRequests({ containers: [requesting('100m'), requesting(0.5)] }))).toEqual({ cpu: '600m' });
  });

  test('is its largest init container where that is more, since those run one by one before the containers', () => {
    expect(written(podRequests({ containers: [requesting('100m')], initContainers: [requesting('2'), requesting('1')] }))).toEqual({ cpu: '2' });
  });

  test('holds sidecars for good, and beside the init containers that start after them', () => {
    const sidecar = requesting('1', { restartPolicy: 'Always' });
    expect(written(podRequests({ containers: [requesting('1')], initContainers: [sidecar, requesting('4')] }))).toEqual({ cpu: '5' });
    expect(written(podRequests({ containers: [requesting('1')], initContainers: [requesting('4'), sidecar] }))).toEqual({ cpu: '4' });
    expect(written(podRequests({ containers: [requesting('1')], initContainers: [sidecar, sidecar] }))).toEqual({ cpu: '3' });
  });

  test('includes its overhead, which counts towards limits only where there is one', () => {
    const pod = { containers: [{ resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } } }], overhead: { cpu: '250m', memory: '1Gi' } };
    expect(written(podRequests(pod))).toEqual({ cpu: '1250m', memory: '1Gi' });
    expect(written(podLimits(pod))).toEqual({ memory: '2Gi' });
  });

  test('is what the pod itself sets, where it does', () => {
    const pod = { containers: [requesting('100m')], resources: { requests: { cpu: '2' }, limits: { cpu: '3' } } };
    expect(written(podRequests(pod))).toEqual({ cpu: '2' });
    expect(written(podLimits(pod))).toEqual({ cpu: '3' });
    expect(hasPodLevelResources(pod)).toBe(true);
    expect(hasPodLevelResources({ resources: { requests: { 'ephemeral-storage': '1Gi' } } })).toBe(false);
  });

  test('may be written as the quantities of cdk8s-plus', () => {
    expect(written(podRequests({ containers: [requesting({ value: '100m' }), requesting({ value: 1 })] }))).toEqual({ cpu: '1100m' });
  });

  test('is never lowered by a negative quantity', () => {
    expect(written(podRequests({ containers: [requesting('100m'), requesting('-50m')] }))).toEqual({ cpu: '100m' });
  });
});

describe('defaults', () => {
  const resourcesOf = (pod: PodLike) => pod.containers?.[0].resources;

  test('the limit is the request where only a limit is given', () => {
    const pod = withDefaults({ containers: [{ resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '100m' } } }] }, undefined);
    expect(resourcesOf(pod)).toEqual({ limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '100m', memory: '1Gi' } });
  });

  test('a LimitRange fills in what is missing, field by field', () => {
    const limitRange = { limits: [{ type: 'Container', default: { cpu: '500m', memory: '256Mi' }, defaultRequest: { cpu: '100m' } }] };
    const pod = withDefaults({ containers: [{ resources: { requests: { cpu: '200m' } } }], initContainers: [{}] }, limitRange);
    expect(resourcesOf(pod)).toEqual({ limits: { cpu: '500m', memory: '256Mi' }, requests: { cpu: '200m', memory: '256Mi' } });
    expect(pod.initContainers?.[0].resources).toEqual({ limits: { cpu: '500m', memory: '256Mi' }, requests: { cpu: '100m', memory: '256Mi' } });
  });

  test('in a LimitRange the maximum stands in for the default, and the minimum for the default request', () => {
    expect(resourcesOf(withDefaults({ containers: [{}] }, { limits: [{ type: 'Container', max: { cpu: '2' }, min: { cpu: '50m', memory: '16Mi' } }] })))
      .toEqual({ limits: { cpu: '2' }, requests: { cpu: '2', memory: '16Mi' } });
  });

  test('only its items for containers are defaults, given as spec or as whole object', () => {
    const limits = [{ type: 'Pod', max: { cpu: '2' } }, { type: 'Container', default: { cpu: '1' } }];
    expect(resourcesOf(withDefaults({ containers: [{}] }, { limits }))).toEqual({ limits: { cpu: '1' }, requests: { cpu: '1' } });
    expect(resourcesOf(withDefaults({ containers: [{}] }, { spec: { limits } }))).toEqual({ limits: { cpu: '1' }, requests: { cpu: '1' } });
  });

  test('limits of the pod stand in for its requests, unless its containers say what they request', () => {
    const pod = withDefaults({ containers: [requesting('100m')], resources: { limits: { cpu: '2', memory: '1Gi' } } }, undefined);
    expect(pod.resources).toEqual({ limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '100m', memory: '1Gi' } });
  });

  test('huge pages of the containers are a limit of the pod where it does not request them itself', () => {
    const containers = [{ resources: { limits: { 'hugepages-2Mi': '4Mi', 'cpu': '1' } } }];
    expect(withDefaults({ containers, resources: { requests: { memory: '1Gi' } } }, undefined).resources).toEqual({
      limits: { 'hugepages-2Mi': '4Mi' }, requests: { 'memory': '1Gi', 'cpu': '1', 'hugepages-2Mi': '4Mi' },
    });
    expect(withDefaults({ containers, resources: { requests: { 'hugepages-2Mi': '4Mi' } } }, undefined).resources).toEqual({
      limits: {}, requests: { 'hugepages-2Mi': '4Mi' },
    });
  });

  test('setting them changes neither the pod given nor, a second time, the result', () => {
    const limitRange = { limits: [{ type: 'Container', default: { cpu: '1' } }] };
    const given = { containers: [{ name: 'web', resources: { requests: { memory: '1Gi' } } }] };
    const once = withDefaults(given, limitRange);
    expect(given).toEqual({ containers: [{ name: 'web', resources: { requests: { memory: '1Gi' } } }] });
    expect(withDefaults(once, limitRange)).toEqual(once);
  });
});

test.each<any>([undefined, null, 7, 'pod', [], { containers: 'web' }, { containers: [null, 7, { resources: 'lots' }, { resources: { requests: ['cpu'], limits: 7 } }] },
  { initContainers: {}, overhead: 'much', resources: [] }])('odd pods need nothing: %j', (pod) => {
  expect(podRequests(withDefaults(pod, pod)).size).toBe(0);
  expect(podLimits(withDefaults(pod, undefined)).size).toBe(0);
});
