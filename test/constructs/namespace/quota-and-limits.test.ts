import { NamespaceLimits, NamespaceQuota, NamespaceQuotaOptions } from '../../../src';
import { chartIn, mistakesIn, objectOf, secureNamespace } from '../workload/application';

function byDefault() {
  const chart = chartIn('shop');
  secureNamespace(chart);
  return chart;
}

describe('the quota', () => {
  test('covers compute, ephemeral and persistent storage, and object counts', () => {
    expect(objectOf(byDefault(), 'ResourceQuota').spec.hard).toEqual({
      'requests.cpu': '4',
      'requests.memory': '8Gi',
      'requests.ephemeral-storage': '8Gi',
      'limits.cpu': '12',
      'limits.memory': '16Gi',
      'limits.ephemeral-storage': '16Gi',
      'requests.storage': '50Gi',
      'persistentvolumeclaims': '10',
      'pods': '50',
      'services': '30',
      'services.nodeports': '0',
      'services.loadbalancers': '0',
      'secrets': '50',
      'configmaps': '50',
      'count/deployments.apps': '30',
      'count/statefulsets.apps': '10',
      'count/jobs.batch': '50',
      'count/cronjobs.batch': '10',
    });
  });

  test.each([['MEDIUM', NamespaceQuota.MEDIUM, '16', '200'], ['LARGE', NamespaceQuota.LARGE, '64', '800']])('comes in %s, with exposed services still at 0', (_, quota, cpu, pods) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { quota });
    expect(objectOf(chart, 'ResourceQuota').spec.hard).toMatchObject({ 'requests.cpu': cpu, pods, 'services.nodeports': '0', 'services.loadbalancers': '0' });
  });

  test('takes own numbers, the rest as in SMALL', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { quota: NamespaceQuota.of({ requestsCpu: '500m', pods: 3 }) });
    expect(objectOf(chart, 'ResourceQuota').spec.hard).toMatchObject({ 'requests.cpu': '500m', 'pods': '3', 'requests.memory': '8Gi' });
  });

  test.each<[string, NamespaceQuotaOptions, string]>([
    ['no quantity', { requestsCpu: 'lots' }, 'quota[requests.cpu] is "lots"'],
    ['negative', { pods: -1 }, 'quota[pods] is "-1"'],
    ['half a pod', { pods: 1.5 }, 'quota[pods] is "1.5"'],
    ['not a number', { secrets: NaN }, 'quota[secrets] is "NaN"'],
    ['infinite', { deployments: Infinity }, 'quota[count/deployments.apps] is "Infinity"'],
  ])('that is %s is refused in a line', (_, options, line) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { quota: NamespaceQuota.of(options) });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining(line)]);
  });

  test.each<[string, any]>([['options', { pods: 3 }], ['a text', 'SMALL']])('given as %s instead of a NamespaceQuota is a line, not a crash', (_, quota) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { quota });
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});

describe('the limits', () => {
  test('have all five fields for containers, and bounds for pods and claims', () => {
    const quantities = (cpu: string, memory: string, storage: string) => ({ cpu, memory, 'ephemeral-storage': storage });
    expect(objectOf(byDefault(), 'LimitRange').spec.limits).toEqual([
      {
        type: 'Container',
        min: quantities('10m', '16Mi', '1Mi'),
        max: quantities('2', '4Gi', '4Gi'),
        default: quantities('500m', '256Mi', '256Mi'),
        defaultRequest: quantities('100m', '128Mi', '64Mi'),
      },
      { type: 'Pod', max: quantities('4', '8Gi', '8Gi') },
      { type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '50Gi' } },
    ]);
  });

  test('are merged field by field', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { limits: { containerMax: { cpu: '3' } } });
    expect(objectOf(chart, 'LimitRange').spec.limits[0].max).toEqual({ 'cpu': '3', 'memory': '4Gi', 'ephemeral-storage': '4Gi' });
  });

  test.each<[string, any, string]>([
    ['no quantity', { containerMax: { cpu: 'lots' } }, 'limits.Container.max[cpu] is "lots"'],
    ['zero', { podMax: { memory: '0' } }, 'limits.Pod.max[memory] is "0"'],
    ['a default below the default request', { containerDefault: { cpu: '50m' } }, 'limits.Container.default[cpu] is "50m"'],
    ['a maximum below the default', { containerMax: { memory: '128Mi' } }, 'limits.Container.max[memory] is "128Mi"'],
    ['a default request below the minimum', { containerMin: { memory: '200Mi' } }, 'limits.Container.defaultRequest[memory] is "128Mi"'],
    ['claims that end before they begin', { claimMin: '60Gi' }, 'limits.PersistentVolumeClaim.max[storage] is "50Gi"'],
    ['null', { containerMax: null }, 'containerMax'],
    ['a text', { podMax: '4' }, 'podMax'],
  ])('with %s are refused in a line', (_, limits, line) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { limits: limits as NamespaceLimits });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining(line)]);
  });
});
