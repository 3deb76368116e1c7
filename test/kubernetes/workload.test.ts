import { replicasFromAutoscaler } from '../../src/kubernetes/autoscaler';
import { ObjectLike } from '../../src/kubernetes/namespaced-object';
import { workloadOf } from '../../src/kubernetes/workload';

const template = { spec: { containers: [{ name: 'web' }] } };
const read = (kind: string, spec: object, autoscaled?: ReadonlyMap<string, number>) => workloadOf({ kind, metadata: { name: 'api' }, spec }, 'app/api', autoscaled);
const claimTemplate = (storage: string, storageClassName?: string) => ({ spec: { storageClassName, resources: { requests: { storage } } } });

test.each<[string, object, number, number]>([
  ['Pod', { containers: [{ name: 'web' }] }, 1, 0],
  ['Deployment', { template }, 1, 1],
  ['Deployment', { template, replicas: 3 }, 3, 1],
  ['Deployment', { template, replicas: 5 }, 5, 2],
  ['Deployment', { template, replicas: 0 }, 0, 0],
  ['Deployment', { template, replicas: 4, strategy: { type: 'Recreate' } }, 4, 0],
  ['Deployment', { template, replicas: 4, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }, 4, 0],
  ['Deployment', { template, replicas: 4, strategy: { rollingUpdate: { maxSurge: 2 } } }, 4, 2],
  ['Deployment', { template, replicas: 4, strategy: { rollingUpdate: { maxSurge: '100%' } } }, 4, 4],
  ['Deployment', { template, replicas: 3, strategy: { rollingUpdate: { maxSurge: 10 } } }, 3, 3],
  ['ReplicaSet', { template, replicas: 3 }, 3, 0],
  ['StatefulSet', { template, replicas: 3 }, 3, 0],
  ['DaemonSet', { template }, 1, 0],
  ['DaemonSet', { template, updateStrategy: { rollingUpdate: { maxSurge: '50%' } } }, 1, 1],
  ['Job', { template }, 1, 0],
  ['Job', { template, parallelism: 4 }, 4, 0],
  ['Job', { template, parallelism: 4, completions: 2 }, 2, 0],
  ['CronJob', { jobTemplate: { spec: { template, parallelism: 3 } } }, 3, 0],
])('a %s %j runs %d pods and %d more while it updates', (kind, spec, pods, surge) => {
  expect(read(kind, spec)).toMatchObject({ kind, name: 'api', where: 'app/api', pods, surge, pod: template.spec });
});

test.each(['Service', 'ConfigMap', 'constructor', '__proto__', ''])('a %s runs no pods', (kind) => {
  expect(read(kind, { template })).toBeUndefined();
});

test('a number that is none stays visible as NaN', () => {
  expect(read('Deployment', { template, replicas: '3' })?.pods).toBeNaN();
  expect(read('Deployment', { template, replicas: 3, strategy: { rollingUpdate: { maxSurge: 'lots' } } })?.surge).toBeNaN();
  expect(read('Job', { template, parallelism: {} })?.pods).toBeNaN();
});

test('the claims of a StatefulSet and of ephemeral volumes are claims of each pod', () => {
  const volumes = [{ name: 'scratch', ephemeral: { volumeClaimTemplate: claimTemplate('2Gi') } }, { name: 'config', configMap: {} }];
  const spec = { template: { spec: { ...template.spec, volumes } }, volumeClaimTemplates: [claimTemplate('1Gi', 'fast')] };
  expect(read('StatefulSet', spec)?.volumeClaims).toEqual([{ storage: '1Gi', storageClass: 'fast' }, { storage: '2Gi', storageClass: undefined }]);
});

describe('an autoscaler', () => {
  const autoscaler = (maxReplicas: unknown, name = 'api', kind = 'Deployment'): ObjectLike => ({
    kind: 'HorizontalPodAutoscaler', name: 'hpa', where: 'app/hpa', spec: { maxReplicas, scaleTargetRef: { apiVersion: 'apps/v1', kind, name } },
  });

  test('counts with the most replicas it may set, and the surge grows with them', () => {
    expect(read('Deployment', { template }, replicasFromAutoscaler([autoscaler(10)]))).toMatchObject({ pods: 10, surge: 3 });
  });

  test('does not lower what the manifest starts with', () => {
    expect(read('Deployment', { template, replicas: 20 }, replicasFromAutoscaler([autoscaler(10)]))?.pods).toBe(20);
  });

  test('counts for its target only, by kind and name', () => {
    const autoscaled = replicasFromAutoscaler([autoscaler(10, 'web'), autoscaler(9, 'api', 'StatefulSet'), autoscaler(3), autoscaler(7), autoscaler(5)]);
    expect([...autoscaled]).toEqual([['Deployment/web', 10], ['StatefulSet/api', 9], ['Deployment/api', 7]]);
  });

  test.each<any>([null, undefined, 7, [null], [{ kind: 'HorizontalPodAutoscaler' }], [autoscaler('10')], [{ ...autoscaler(1), spec: { maxReplicas: 3, scaleTargetRef: null } }]])(
    'that is none sets nothing: %j', (objects) => {
      expect(replicasFromAutoscaler(objects).size).toBe(0);
    });
});

test.each<any>([undefined, null, 7, 'Deployment', [], { kind: 7 }, { kind: 'Deployment' }, { kind: 'CronJob', spec: null }, { kind: 'Pod', metadata: [], spec: 'spec' }])(
  'odd objects do no harm: %j', (object) => {
    expect(() => workloadOf(object, 'x')).not.toThrow();
  });
