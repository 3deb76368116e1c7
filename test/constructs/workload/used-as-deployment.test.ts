import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { SIDECAR, chartIn, deployment, mistakesIn, objectOf, podSpecOf } from './application';

const INSTANCE = { 'app.kubernetes.io/instance': 'api' };

test('it is a cdk8s-plus Deployment', () => {
  expect(deployment(chartIn('shop'))).toBeInstanceOf(kplus.Deployment);
});

test('an autoscaler takes over its replicas', () => {
  const chart = chartIn('shop');
  new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: deployment(chart), minReplicas: 2, maxReplicas: 5 });
  expect(objectOf(chart, 'Deployment').spec).not.toHaveProperty('replicas');
  expect(objectOf(chart, 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' });
});

test('an autoscaler finds the requests that utilization is measured by, in containers of its user too', () => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  api.addContainer({ ...SIDECAR, resources: {} });
  const metrics = [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))];
  new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: api, maxReplicas: 5, metrics });
  expect(mistakesIn(chart)).toEqual([]);
});

test('a Service selects its pods', () => {
  const chart = chartIn('shop');
  new kplus.Service(chart, 'service', { metadata: { name: 'other' }, selector: deployment(chart), ports: [{ port: 80, targetPort: 8080 }] });
  expect(objectOf(chart, 'Service', 'other').spec.selector).toEqual(INSTANCE);
});

test('a NetworkPolicy selects its pods, and takes it as a peer', () => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  new kplus.NetworkPolicy(chart, 'policy', {
    metadata: { name: 'other' }, selector: api, ingress: { rules: [{ peer: api, ports: [kplus.NetworkPolicyPort.tcp(8080)] }] },
  });
  const { podSelector, ingress } = objectOf(chart, 'NetworkPolicy', 'other').spec;
  expect(podSelector).toEqual({ matchLabels: INSTANCE });
  expect(ingress[0].from[0].podSelector).toEqual({ matchLabels: INSTANCE });
});

test('others are separated from it and placed with it', () => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  const batch = deployment(chart, 'batch');
  batch.scheduling.separate(api);
  batch.scheduling.colocate(api, { topology: kplus.Topology.ZONE, weight: 10 });
  const { podAffinity, podAntiAffinity } = podSpecOf(chart, 'batch').affinity;
  const term = { labelSelector: { matchLabels: INSTANCE }, namespaces: ['shop'] };
  expect(podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toEqual([{ ...term, topologyKey: 'kubernetes.io/hostname' }]);
  expect(podAffinity.preferredDuringSchedulingIgnoredDuringExecution).toEqual([
    { weight: 10, podAffinityTerm: { ...term, topologyKey: 'topology.kubernetes.io/zone' } },
  ]);
  expect(podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution).toHaveLength(1);
});

test('nodes attract it, and taints are tolerated', () => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  api.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('disk', 'ssd')));
  api.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.exists('gpu')));
  const { affinity, tolerations } = podSpecOf(chart);
  expect(affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0]).toMatchObject({ key: 'disk', values: ['ssd'] });
  expect(affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution).toHaveLength(1);
  expect(tolerations).toHaveLength(1);
});

test('a role is bound to its account with the namespace, which cdk8s-plus leaves out (B9)', () => {
  const chart = chartIn('shop');
  const role = new kplus.Role(chart, 'role', { rules: [{ verbs: ['get'], resources: [kplus.ApiResource.CONFIG_MAPS] }] });
  role.bind(deployment(chart));
  expect(objectOf(chart, 'RoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'api', namespace: 'shop', apiGroup: '' }]);
});

test('spread, which cdk8s-plus adds again on each rendering (B17), is idempotent and cannot block', () => {
  const chart = chartIn('shop');
  const api = deployment(chart, 'api', { spread: true });
  const first = ApiObject.of(api).toJson();
  expect(ApiObject.of(api).toJson()).toEqual(first);
  expect(first.spec.template.spec.affinity.podAntiAffinity).not.toHaveProperty('requiredDuringSchedulingIgnoredDuringExecution');
});

test('a secret of another namespace, which its pods could not read, is refused', () => {
  const chart = chartIn('shop');
  const secret = new kplus.Secret(chart, 'secret', { metadata: { name: 'db', namespace: 'elsewhere' } });
  deployment(chart, 'api', { envVariables: { PASSWORD: kplus.EnvValue.fromSecretValue({ secret, key: 'password' }) } });
  expect(mistakesIn(chart)).not.toEqual([]);
});
