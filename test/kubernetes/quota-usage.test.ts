import { ObjectLike, resourceOf } from '../../src/kubernetes/namespaced-object';
import { formatQuantity } from '../../src/kubernetes/quantity';
import { objectUsage, podUsage } from '../../src/kubernetes/quota-usage';

const usage = (kind: string, spec?: unknown, apiVersion?: string) => written(objectUsage({ kind, name: 'x', spec, apiVersion }));
const written = (amounts: Map<string, bigint>) => Object.fromEntries([...amounts].map(([resource, amount]) => [resource, formatQuantity(resource, amount)]));
const ports = [{ port: 80, nodePort: 30080 }, { port: 443 }];

test.each([
  ['Service', 'services'], ['Endpoints', 'endpoints'], ['Deployment', 'deployments.apps'], ['NetworkPolicy', 'networkpolicies.networking.k8s.io'],
  ['Ingress', 'ingresses.networking.k8s.io'], ['CronJob', 'cronjobs.batch'], ['PodDisruptionBudget', 'poddisruptionbudgets.policy'], ['Widget', 'widgets'],
])('%s is the resource %s', (kind, resource) => {
  expect(resourceOf({ kind })).toBe(resource);
});

test('the group of an object is that of its apiVersion', () => {
  expect(resourceOf({ kind: 'Widget', apiVersion: 'example.com/v1' })).toBe('widgets.example.com');
  expect(resourceOf({ kind: 'Service', apiVersion: 'serving.knative.dev/v1' })).toBe('services.serving.knative.dev');
  expect(resourceOf({ kind: 'Secret', apiVersion: 'v1' })).toBe('secrets');
});

test.each([['ConfigMap', 'configmaps'], ['Secret', 'secrets'], ['ReplicationController', 'replicationcontrollers'], ['ResourceQuota', 'resourcequotas'], ['Service', 'services']])(
  'a %s counts under its old name too', (kind, resource) => {
    expect(usage(kind)).toEqual({ [`count/${resource}`]: '1', [resource]: '1' });
  });

test('a Service of Knative is no Service of Kubernetes', () => {
  expect(usage('Service', { type: 'NodePort', ports }, 'serving.knative.dev/v1')).toEqual({ 'count/services.serving.knative.dev': '1' });
});

test.each<[object, object]>([
  [{ type: 'ClusterIP', ports }, {}],
  [{ type: 'NodePort', ports }, { 'services.nodeports': '2' }],
  [{ type: 'NodePort' }, { 'services.nodeports': '1' }],
  [{ type: 'LoadBalancer', ports }, { 'services.loadbalancers': '1', 'services.nodeports': '2' }],
  [{ type: 'LoadBalancer', ports, allocateLoadBalancerNodePorts: false }, { 'services.loadbalancers': '1', 'services.nodeports': '1' }],
  [{ type: 'LoadBalancer', ports: [{ port: 80 }], allocateLoadBalancerNodePorts: false }, { 'services.loadbalancers': '1', 'services.nodeports': '0' }],
])('a Service %j takes %j beside being one', (spec, taken) => {
  expect(usage('Service', spec)).toEqual({ 'count/services': '1', 'services': '1', ...taken });
});

test('a claim takes storage, and that of its class', () => {
  const claim = { resources: { requests: { storage: '5Gi' } } };
  expect(usage('PersistentVolumeClaim', claim)).toEqual({ 'count/persistentvolumeclaims': '1', 'persistentvolumeclaims': '1', 'requests.storage': '5Gi' });
  expect(usage('PersistentVolumeClaim', { ...claim, storageClassName: 'gold' })).toMatchObject({
    'gold.storageclass.storage.k8s.io/persistentvolumeclaims': '1', 'gold.storageclass.storage.k8s.io/requests.storage': '5Gi',
  });
});

test('controllers make objects that count: two ReplicaSets while a Deployment updates, the Job of a CronJob', () => {
  expect(usage('Deployment')).toEqual({ 'count/deployments.apps': '1', 'count/replicasets.apps': '2' });
  expect(usage('CronJob')).toEqual({ 'count/cronjobs.batch': '1', 'count/jobs.batch': '1' });
});

test('a pod is charged with the claims that are made for it, and not once more as an object', () => {
  expect(usage('Pod')).toEqual({});
  expect(written(podUsage({ containers: [] }, [{ storage: '1Gi' }, { storage: { value: '2Gi' }, storageClass: 'gold' }]))).toEqual({
    'pods': '1', 'count/pods': '1', 'count/persistentvolumeclaims': '2', 'persistentvolumeclaims': '2', 'requests.storage': '3Gi',
    'gold.storageclass.storage.k8s.io/persistentvolumeclaims': '1', 'gold.storageclass.storage.k8s.io/requests.storage': '2Gi',
  });
});

test('extended resources are charged by their requests only', () => {
  const pod = { containers: [{ resources: { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 1 } } }] };
  expect(written(podUsage(pod, []))).toEqual({ 'pods': '1', 'count/pods': '1', 'requests.nvidia.com/gpu': '1' });
  expect(written(podUsage({ containers: [{ resources: { requests: { 'kubernetes.io/batch-cpu': 1, 'unknown': 1 } } }] }, []))).toEqual({ 'pods': '1', 'count/pods': '1' });
});

test.each<any>([{}, { kind: 7 }, { kind: Symbol('Service') }, { kind: 'Service', spec: 'NodePort' }, { kind: 'PersistentVolumeClaim', spec: null },
  { kind: 'Service', apiVersion: 7 }])('odd objects do no harm: %p', (object: ObjectLike) => {
  expect(() => objectUsage(object)).not.toThrow();
});
