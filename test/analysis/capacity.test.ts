import { CapacityInput, ObjectLike, WorkloadLike, shortages, workloadOf } from '../../src/analysis/capacity';

const container = (name: string, requests?: object, limits?: object) => ({ name, resources: { requests: { ...requests }, limits: { ...limits } } });
const workload = (name: string, requests: object, more: Partial<WorkloadLike> = {}): WorkloadLike => ({
  kind: 'Deployment', name, where: `shop/${name}`, pods: 1, surge: 0, pod: { containers: [container('web', requests)] }, ...more,
});
const object = (kind: string, name: string, spec?: unknown): ObjectLike => ({ kind, name, where: `shop/${name}`, spec });
const check = (input: Partial<CapacityInput>) => shortages({ quota: {}, workloads: [], objects: [], ...input });
const messages = (input: Partial<CapacityInput>) => check(input).map(({ message }) => message);

describe('the quota', () => {
  test('has nothing to say about what fits exactly', () => {
    const workloads = [workload('orders', { cpu: '500m' }, { pods: 6, surge: 1 }), workload('cart', { cpu: '500m' })];
    expect(check({ quota: { 'requests.cpu': '4', 'cpu': '4', 'pods': '8', 'count/pods': '8' }, workloads })).toEqual([]);
  });

  test('names the workload that exceeds it alone, with the arithmetic', () => {
    const workloads = [workload('orders', { cpu: '500m' }, { pods: 6 }), workload('cart', { cpu: '1' })];
    expect(check({ quota: { 'requests.cpu': '2' }, workloads })).toEqual([{
      where: 'shop/orders', resource: 'requests.cpu', need: '3', room: '2', cause: 'quota',
      message: 'requests.cpu: Deployment orders needs 6 × 500m = 3, the quota has room for 2',
    }]);
  });

  test('names those that take most of a sum that exceeds it', () => {
    const workloads = [workload('cart', { cpu: '1' }), workload('orders', { cpu: '500m' }, { pods: 6 }), ...['a', 'b', 'c'].map((name) => workload(name, { cpu: '700m' }))];
    expect(check({ quota: { 'requests.cpu': '4' }, workloads })).toEqual([{
      where: undefined, resource: 'requests.cpu', need: '6100m', room: '4', cause: 'quota',
      message: 'requests.cpu: Deployment orders needs 6 × 500m = 3, Deployment cart needs 1, Deployment a needs 700m and 2 more; in all 6100m, the quota has room for 4',
    }]);
  });

  test('is still held against the others when one exceeds it alone', () => {
    const workloads = [workload('orders', { cpu: '5' }), workload('cart', { cpu: '3' }), workload('web', { cpu: '2' })];
    expect(check({ quota: { cpu: '4' }, workloads }).map(({ where, need }) => [where, need])).toEqual([['shop/orders', '5'], [undefined, '5']]);
  });

  test('counts the pods that an update runs beside the others', () => {
    expect(messages({ quota: { 'pods': '5', 'requests.memory': '640Mi' }, workloads: [workload('orders', { memory: '128Mi' }, { pods: 5, surge: 2 })] })).toEqual([
      'pods: Deployment orders needs 5 + 2 while it updates = 7, the quota has room for 5',
      'requests.memory: Deployment orders needs (5 + 2 while it updates) × 128Mi = 896Mi, the quota has room for 640Mi',
    ]);
  });

  test('is held against what the LimitRange sets by default', () => {
    const limitRange = { limits: [{ type: 'Container', default: { memory: '1Gi', cpu: '1' }, defaultRequest: { cpu: '100m' } }] };
    const quota = { 'requests.cpu': '200m', 'limits.cpu': '2', 'requests.memory': '2Gi', 'limits.memory': '2Gi' };
    expect(check({ quota, limitRange, workloads: [workload('orders', {}, { pods: 2 })] })).toEqual([]);
    expect(check({ quota, limitRange, workloads: [workload('orders', {}, { pods: 3 })] }).map(({ resource, need }) => [resource, need])).toEqual([
      ['requests.cpu', '300m'], ['limits.cpu', '3'], ['requests.memory', '3Gi'], ['limits.memory', '3Gi'],
    ]);
  });

  test('is held against init containers where they need more than the containers', () => {
    const pod = { containers: [container('web', { cpu: '100m' })], initContainers: [container('migrate', { cpu: '2' })] };
    expect(check({ quota: { 'requests.cpu': '1' }, workloads: [workload('orders', {}, { pod })] })).toMatchObject([{ need: '2', room: '1' }]);
  });

  test('is held against ephemeral storage', () => {
    const pod = { containers: [container('web', { 'ephemeral-storage': '1Gi' }, { 'ephemeral-storage': '2Gi' })] };
    const quota = { 'requests.ephemeral-storage': '1Gi', 'limits.ephemeral-storage': '3Gi' };
    expect(check({ quota, workloads: [workload('orders', {}, { pod, pods: 2 })] }).map(({ resource, need }) => [resource, need])).toEqual([
      ['requests.ephemeral-storage', '2Gi'], ['limits.ephemeral-storage', '4Gi'],
    ]);
  });

  test('is held against the claims of every pod and the claims beside them, by class', () => {
    const database = workload('db', {}, { kind: 'StatefulSet', pods: 3, volumeClaims: [{ storage: '10Gi', storageClass: 'fast' }] });
    const claim = object('PersistentVolumeClaim', 'backup', { resources: { requests: { storage: '20Gi' } } });
    const quota = {
      'requests.storage': '40Gi', 'persistentvolumeclaims': '3',
      'fast.storageclass.storage.k8s.io/requests.storage': '20Gi', 'slow.storageclass.storage.k8s.io/requests.storage': '0',
    };
    expect(messages({ quota, workloads: [database], objects: [claim] })).toEqual([
      'requests.storage: StatefulSet db needs 3 × 10Gi = 30Gi, PersistentVolumeClaim backup needs 20Gi; in all 50Gi, the quota has room for 40Gi',
      'persistentvolumeclaims: StatefulSet db needs 3, PersistentVolumeClaim backup; in all 4, the quota has room for 3',
      'fast.storageclass.storage.k8s.io/requests.storage: StatefulSet db needs 3 × 10Gi = 30Gi, the quota has room for 20Gi',
    ]);
  });

  test('forbids what it has no room for at all', () => {
    const ports = [{ port: 80 }, { port: 443 }];
    const objects = [object('Service', 'api', { type: 'NodePort', ports }), object('Service', 'web', { type: 'LoadBalancer', ports }), object('Service', 'db', { type: 'ClusterIP', ports })];
    expect(check({ quota: { 'services.nodeports': 0, 'services.loadbalancers': '0' }, objects })).toMatchObject([
      { where: 'shop/api', need: '2', message: 'services.nodeports: Service api needs 2, the quota has room for 0' },
      { where: 'shop/web', need: '2', message: 'services.nodeports: Service web needs 2, the quota has room for 0' },
      { where: 'shop/web', need: '1', message: 'services.loadbalancers: Service web needs 1, the quota has room for 0' },
    ]);
  });

  test('counts objects', () => {
    const objects = [...['a', 'b', 'c', 'd', 'e'].map((name) => object('Secret', name)), object('Deployment', 'orders'), object('Deployment', 'cart')];
    expect(messages({ quota: { 'secrets': '4', 'count/secrets': '5', 'count/deployments.apps': '1', 'count/jobs.batch': '0' }, objects })).toEqual([
      'secrets: Secret a, Secret b, Secret c and 2 more; in all 5, the quota has room for 4',
      'count/deployments.apps: Deployment orders, Deployment cart; in all 2, the quota has room for 1',
    ]);
  });

  test('counts what Kubernetes puts into every namespace, once', () => {
    const quota = { 'configmaps': '1', 'count/serviceaccounts': '1' };
    expect(check({ quota })).toEqual([]);
    expect(check({ quota, objects: [object('ServiceAccount', 'default'), object('ConfigMap', 'kube-root-ca.crt')] })).toEqual([]);
    expect(messages({ quota, objects: [object('ConfigMap', 'settings')] })).toEqual([
      'configmaps: ConfigMap settings, ConfigMap kube-root-ca.crt (which Kubernetes puts into every namespace); in all 2, the quota has room for 1',
    ]);
  });

  test('asks every container for the compute resources that it constrains, init containers too', () => {
    const pod = { initContainers: [container('migrate')], containers: [container('web', { cpu: '1' }, { memory: '1Gi' })] };
    const quota = { 'requests.cpu': '10', 'limits.memory': '10Gi', 'requests.ephemeral-storage': '1Gi', 'pods': '10' };
    expect(check({ quota, workloads: [workload('orders', {}, { pod })] })).toEqual([
      { where: 'shop/orders', resource: 'requests.cpu', need: 'none', room: '10', cause: 'unset', message: 'container migrate of Deployment orders has no requests.cpu, and the quota admits no pod without it' },
      { where: 'shop/orders', resource: 'limits.memory', need: 'none', room: '10Gi', cause: 'unset', message: 'container migrate of Deployment orders has no limits.memory, and the quota admits no pod without it' },
    ]);
  });

  test('asks for nothing where the pod itself or the LimitRange sets it', () => {
    const quota = { 'requests.cpu': '10', 'limits.memory': '10Gi' };
    const pod = { containers: [{ name: 'web' }] };
    expect(check({ quota, workloads: [workload('orders', {}, { pod: { ...pod, resources: { requests: { cpu: '1' } } } })] })).toEqual([]);
    expect(check({ quota, workloads: [workload('orders', {}, { pod })], limitRange: { limits: [{ type: 'Container', default: { cpu: '1', memory: '1Gi' } }] } })).toEqual([]);
  });
});

describe('the LimitRange', () => {
  const limitRange = { limits: [
    { type: 'Container', min: { cpu: '50m' }, max: { cpu: '2' }, maxLimitRequestRatio: { memory: '2' } },
    { type: 'Pod', max: { cpu: '3' } },
    { type: 'PersistentVolumeClaim', max: { storage: '10Gi' } },
  ] };
  const memory = { memory: '1Gi' };

  test.each<[string, object, object, string]>([
    ['a maximum', { cpu: '1', ...memory }, { cpu: '4', ...memory }, 'container web of Deployment orders has limits.cpu 4, the LimitRange allows at most 2'],
    ['a minimum', { cpu: '10m', ...memory }, { cpu: '1', ...memory }, 'container web of Deployment orders has requests.cpu 10m, the LimitRange asks for at least 50m'],
    ['a ratio', { cpu: '1', memory: '1Gi' }, { cpu: '1', memory: '3Gi' },
      'container web of Deployment orders has a limit of memory that is 3 times the request, the LimitRange allows at most 2 times'],
    ['a ratio that cannot be had', { cpu: '1' }, { cpu: '1' },
      'container web of Deployment orders has no request and limit of memory, the LimitRange allows a limit of at most 2 times the request'],
    ['its own default', { cpu: '3', ...memory }, { ...memory },
      'container web of Deployment orders has requests.cpu 3, above its limit of 2 (its own or the default of the LimitRange)'],
  ])('refuses a container for %s', (_, requests, limits, message) => {
    const found = check({ limitRange, workloads: [workload('orders', {}, { pod: { containers: [container('web', requests, limits)] } })] });
    expect(found.map((shortage) => shortage.message)).toContain(message);
    expect(found).toEqual(found.map((shortage) => ({ ...shortage, where: 'shop/orders', cause: 'limitRange' })));
  });

  test('refuses a pod for the sum of its containers', () => {
    const pod = { containers: ['a', 'b'].map((name) => container(name, { cpu: '2', ...memory }, { cpu: '2', ...memory })) };
    expect(messages({ limitRange, workloads: [workload('orders', {}, { pod })] })).toEqual(['each pod of Deployment orders has limits.cpu 4, the LimitRange allows at most 3']);
  });

  test('refuses a claim, of a workload or on its own', () => {
    const volumeClaims = [{ storage: '20Gi' }];
    const pod = { containers: [container('db', { cpu: '1', ...memory }, { cpu: '1', ...memory })] };
    const objects = [object('PersistentVolumeClaim', 'backup', { resources: { requests: { storage: '30Gi' } } })];
    expect(messages({ limitRange, workloads: [workload('db', {}, { kind: 'StatefulSet', pod, volumeClaims })], objects })).toEqual([
      'each volume claim of StatefulSet db has requests.storage 20Gi, the LimitRange allows at most 10Gi',
      'PersistentVolumeClaim backup has requests.storage 30Gi, the LimitRange allows at most 10Gi',
    ]);
  });
});

describe('values that are none', () => {
  test('in the quota and the LimitRange are said so, since nothing can be held against them', () => {
    expect(check({ quota: { 'requests.cpu': 'lots', 'pods': -1 }, limitRange: { limits: [{ type: 'Container', max: { cpu: 'more' } }] } })).toEqual([
      { where: undefined, resource: 'requests.cpu', need: '"lots"', room: 'a quantity', cause: 'malformed', message: 'the quota has requests.cpu "lots", allowed is a quantity that is not negative, such as 500m or 128Mi' },
      { where: undefined, resource: 'pods', need: '-1', room: 'a quantity', cause: 'malformed', message: 'the quota has pods -1, allowed is a quantity that is not negative, such as 500m or 128Mi' },
      { where: undefined, resource: 'max.cpu', need: '"more"', room: 'a quantity', cause: 'malformed', message: 'the LimitRange has max.cpu "more", allowed is a quantity that is not negative, such as 500m or 128Mi' },
    ]);
  });

  test('in a workload are said so once, and not taken for a missing value', () => {
    const pod = { containers: [container('web', { cpu: { value: 'lots' } })], overhead: { memory: '-1' } };
    expect(messages({ quota: { 'requests.cpu': '1' }, limitRange: { limits: [{ type: 'Container', min: { cpu: '1m' } }] }, workloads: [workload('orders', {}, { pod })] })).toEqual([
      'container web of Deployment orders has requests.cpu "lots", allowed is a quantity that is not negative, such as 500m or 128Mi',
      'each pod of Deployment orders has overhead.memory "-1", allowed is a quantity that is not negative, such as 500m or 128Mi',
    ]);
  });

  test.each([NaN, -1, 1.5, Infinity, '3'])('as a number of pods are said so: %p', (pods) => {
    expect(check({ workloads: [workload('orders', {}, { pods: pods as number })] })).toMatchObject([{ where: 'shop/orders', resource: 'pods', cause: 'malformed' }]);
  });

  test('as the size of a claim are said so', () => {
    expect(messages({ workloads: [workload('db', {}, { volumeClaims: [{ storage: undefined }] })] })).toEqual([
      'each volume claim of Deployment db has requests.storage missing, allowed is a quantity that is not negative, such as 500m or 128Mi',
    ]);
  });
});

describe('hostile input', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  cycle.value = cycle;
  const junk = [undefined, null, NaN, -1, 1e300, '', 'lots', '1e999999', '9'.repeat(1e5), [], [null], cycle, Object.create(null), Symbol('x'), 10n, () => 1, new Map(),
    JSON.parse('{"__proto__":"1","constructor":"2"}')];
  const healthy = {
    kind: 'StatefulSet', metadata: { name: 'db' }, spec: {
      replicas: 3, strategy: { rollingUpdate: { maxSurge: 1 } },
      template: { spec: {
        containers: [container('db', { cpu: '1' }, { memory: '1Gi' })], initContainers: [container('migrate', { cpu: '1' })], overhead: { cpu: '1' },
        resources: { limits: { cpu: '2' } }, volumes: [{ ephemeral: { volumeClaimTemplate: { spec: {} } } }],
      } },
      volumeClaimTemplates: [{ spec: { storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } } }],
    },
  };
  const limitRange = { limits: [{ type: 'Container', min: { cpu: '1m' }, max: { cpu: '1' }, maxLimitRequestRatio: { cpu: '2' } }, { type: 'Pod', max: { cpu: '1' } }] };
  const input = { quota: { 'requests.cpu': '1', 'services.nodeports': '0' }, limitRange, objects: [object('Service', 'api', { type: 'NodePort', ports: [{ port: 80 }] })] };

  /** The value with each of its parts in turn replaced by something else. */
  function* variants(value: unknown, other: unknown): Generator<unknown> {
    yield other;
    if (typeof value !== 'object' || value === null) { return; }
    for (const key of Object.keys(value)) {
      for (const variant of variants((value as Record<string, unknown>)[key], other)) {
        yield Array.isArray(value) ? Object.assign([...value], { [key]: variant }) : { ...value, [key]: variant };
      }
    }
  }

  test.each(junk)('in any place of any input does no harm: %p', (other) => {
    for (const manifest of variants(healthy, other)) {
      const found = workloadOf(manifest, 'shop/db');
      expect(() => check({ ...input, workloads: found ? [found] : [] })).not.toThrow();
    }
    const workloads = [workloadOf(healthy, 'shop/db')!];
    for (const variant of variants({ ...input, workloads }, other)) {
      if (typeof variant !== 'object' || variant === null) { continue; }
      for (const { message } of shortages(variant as CapacityInput)) { expect(message.length).toBeLessThan(2000); }
    }
  });
});

test('the same input gives the same shortages, in the order of the input', () => {
  const workloads = ['c', 'a', 'b'].map((name) => workload(name, { cpu: '3' }));
  const input = { quota: { 'requests.cpu': '2' }, workloads };
  expect(check(input).map(({ where }) => where)).toEqual(['shop/c', 'shop/a', 'shop/b']);
  expect(check(input)).toEqual(check(input));
});

test('the time for a workload does not grow with their number', () => {
  const time = (count: number) => {
    const workloads = Array.from({ length: count }, (_, index) => workload(`w${index}`, { cpu: '100m' }));
    const started = performance.now();
    check({ quota: { 'requests.cpu': '1', 'pods': '1', 'secrets': '1' }, workloads });
    return (performance.now() - started) / count;
  };
  time(2000);
  expect(time(20_000)).toBeLessThan(5 * time(2000) + 0.05);
});
