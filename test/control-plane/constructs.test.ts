import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { KubernetesObject } from './client';
import { complaints, createAll } from './manifests';
import { PermissionJudge } from './permission-judge';
import { accountsIn } from './permissions';
import { describeOnControlPlane } from './suite';
import { isWorkload, madeFrom } from './workloads';
import {
  HardenedDeployment, Health, HealthCheck, Image, LeastPrivilegeServiceAccount, NamespaceQuota, PriorityClass, SecureNamespace, Verb,
} from '../../src';

const DIGEST = `sha256:${'0'.repeat(63)}1`;
const image = Image.of(`registry.example.com/shop/api@${DIGEST}`);
const health = Health.http({ live: '/livez', ready: '/readyz' });

/** Everything that the constructs can do, in one application. */
function everything(): KubernetesObject[] {
  const app = Testing.app();
  const other = new Chart(app, 'other', { namespace: 'warehouse', disableResourceNameHashes: true });
  new SecureNamespace(other, 'namespace', { owner: 'team-logistics' });
  const chart = new Chart(app, 'shop', { namespace: 'shop', disableResourceNameHashes: true });
  new SecureNamespace(chart, 'namespace', { owner: 'team-checkout', quota: NamespaceQuota.LARGE });

  const prices = new kplus.ConfigMap(chart, 'prices', { metadata: { name: 'prices' } });
  const operator = new LeastPrivilegeServiceAccount(chart, 'operator', {
    metadata: { name: 'operator' },
    grants: [
      { resource: prices, verbs: [Verb.GET, Verb.WATCH] },
      { resource: kplus.ApiResource.PODS, verbs: [Verb.LIST, Verb.WATCH] },
      { resource: kplus.ApiResource.DEPLOYMENTS, subresource: 'scale', resourceNames: ['api'], verbs: [Verb.GET] },
      { resource: kplus.ApiResource.SERVICES, verbs: [Verb.GET], namespaceName: 'warehouse' },
      { resource: kplus.ApiResource.NODES, verbs: [Verb.GET, Verb.LIST], clusterWide: true },
      {
        resource: kplus.ApiResource.SECRETS, verbs: [Verb.LIST],
        acknowledgements: [{ rule: 'rbac-secret-access', reason: 'renews the certificates of all tenants, SEC-7' }],
      },
    ],
  });
  const api = new HardenedDeployment(chart, 'api', {
    metadata: { name: 'api' },
    image,
    ports: [{ number: 8080, name: 'http', servicePort: 80 }, { number: 5353, protocol: kplus.Protocol.UDP }],
    health,
    serviceAccount: operator,
    resources: { cpu: { limit: '1' }, memory: { request: '64Mi' } },
    writablePaths: [{ path: '/tmp' }, { path: '/run/cache', sizeLimit: '10Mi', inMemory: true }],
    priorityClass: new PriorityClass(chart, 'priority', { priorityClassName: 'shop-standard', value: 1000 }),
    replicas: 3,
  });
  const probes = { liveness: kplus.Probe.fromCommand(['live']), readiness: kplus.Probe.fromCommand(['ready']) };
  api.addContainer({ name: 'sidecar', image: image.reference, ...probes });
  api.addInitContainer({ name: 'migrate', image: image.reference });
  const worker = new HardenedDeployment(chart, 'worker', {
    metadata: { name: 'worker' },
    image: Image.ofTag('registry.example.com/shop/worker:1', 'the registry keeps no digests'),
    useImageUser: true,
    health: Health.of({ live: HealthCheck.exec(['live']), ready: HealthCheck.exec(['ready']) }),
  });
  new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: worker, maxReplicas: 4, minReplicas: 2 });
  worker.connections.allowTo(api);
  worker.connections.allowTo(kplus.NetworkPolicyIpBlock.ipv6(chart, 'bank', '2001:db8::/32'), { ports: [kplus.NetworkPolicyPort.allTcp()] });
  api.exposeViaTlsIngress('shop.example.com', { certificate: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls'), className: 'nginx' });
  return [...Testing.synth(other), ...Testing.synth(chart)];
}

describeOnControlPlane('everything that the constructs can do, on a real API server', (client) => {
  const objects = everything();

  test('every object is created under strict field validation', async () => {
    expect(complaints(await createAll(client(), objects))).toEqual([]);
  });

  test('every Pod is admitted', async () => {
    const pods = objects.filter(isWorkload).flatMap(madeFrom);
    expect(pods.length).toBeGreaterThan(3);
    expect(complaints(await createAll(client(), pods))).toEqual([]);
  });

  test('every account may do exactly what it is granted', async () => {
    const judge = await PermissionJudge.on(client(), objects);
    const accounts = accountsIn(objects);
    expect(accounts).toContainEqual({ namespace: 'shop', name: 'operator' });
    for (const account of accounts) {
      expect([account, await judge.differences(account)]).toEqual([account, []]);
    }
  });
});
