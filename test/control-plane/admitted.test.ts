import { Chart, Testing } from 'cdk8s';
import { Client, KubernetesObject } from './client';
import { complaints, createAll, examples, nameOf } from './manifests';
import { describeOnControlPlane } from './suite';
import { isWorkload, madeFrom } from './workloads';
import { NamespaceQuota } from '../../src/constructs/namespace/namespace-quota';
import { SecureNamespace } from '../../src/constructs/namespace/secure-namespace';

for (const { name, objects } of examples()) {
  describeOnControlPlane(`Pods of the example ${name} on a real API server`, (client) => {
    const workloads = objects.filter(isWorkload);

    beforeAll(async () => {
      expect(complaints(await createAll(client(), objects))).toEqual([]);
    });

    test.each(workloads.map((workload) => ({ workload, called: nameOf(workload) })))('every Pod of $called is admitted, and charged to a quota', async ({ workload }) => {
      const before = await quotaUsage(client(), workload.metadata.namespace!);
      expect(complaints(await createAll(client(), madeFrom(workload)))).toEqual([]);
      expect(await quotaUsage(client(), workload.metadata.namespace!)).not.toEqual(before);
    });

    test.each([...new Set(workloads.map(({ metadata }) => metadata.namespace!))])('the namespace %s enforces the restricted standard, a quota and limits', async (namespace) => {
      const { body: { metadata } } = await client().request('GET', `/api/v1/namespaces/${namespace}`);
      const { body: limits } = await client().request('GET', `/api/v1/namespaces/${namespace}/limitranges`);
      expect(metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
      expect(limits.items.flatMap(({ spec }: any) => spec.limits.map(({ type }: any) => type))).toContain('Container');
      expect(await quotaUsage(client(), namespace)).not.toEqual([]);
    });
  });
}

/** What each quota of a namespace holds for used. */
async function quotaUsage(client: Client, namespace: string): Promise<Record<string, string>[]> {
  const { body } = await client.request('GET', `/api/v1/namespaces/${namespace}/resourcequotas`);
  return body.items.map(({ status }: KubernetesObject) => status.used);
}

describeOnControlPlane('a SecureNamespace on a real API server', (client) => {
  const namespace = 'guarded';
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  new SecureNamespace(chart, 'namespace', { owner: 'team-judges', quota: NamespaceQuota.of({ requestsCpu: '2', limitsCpu: '2', configMaps: 2 }) });
  const guards = Testing.synth(chart);
  beforeAll(async () => { expect(complaints(await createAll(client(), guards))).toEqual([]); });

  /** The smallest Pod that is admitted; each test changes one thing about it. */
  const pod = (name: string, container: object = {}): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'app',
        image: 'registry.example.com/app:1.0',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        ...container,
      }],
    },
  });
  const workload = (kind: string, spec: object): KubernetesObject => (
    { apiVersion: kind.endsWith('Job') ? 'batch/v1' : 'apps/v1', kind, metadata: { name: kind.toLowerCase(), namespace }, spec }
  );
  const configMap = (name: string): KubernetesObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } });
  const service = (type: string): KubernetesObject => (
    { apiVersion: 'v1', kind: 'Service', metadata: { name: type.toLowerCase(), namespace }, spec: { type, ports: [{ port: 80 }] } }
  );

  test('a Pod without a fault is admitted', async () => {
    const { status, warnings } = await client().create(pod('faultless'), { dryRun: true });
    expect({ status, warnings }).toEqual({ status: 201, warnings: [] });
  });

  test('what the controllers of a StatefulSet, a DaemonSet, a Job and a CronJob would make is admitted', async () => {
    const template = { spec: { ...pod('template').spec, restartPolicy: 'Never' } };
    const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
    const mounted = { spec: pod('template', { volumeMounts: [{ name: 'data', mountPath: '/data' }] }).spec };
    const made = [
      workload('StatefulSet', { replicas: 2, template: mounted, volumeClaimTemplates: [claim] }),
      workload('DaemonSet', { template: pod('template') }),
      workload('Job', { parallelism: 2, template }),
      workload('CronJob', { jobTemplate: { spec: { template } } }),
    ].flatMap(madeFrom);
    expect(made.map(nameOf)).toEqual([
      'PersistentVolumeClaim guarded/data-statefulset-0', 'Pod guarded/statefulset-0', 'PersistentVolumeClaim guarded/data-statefulset-1', 'Pod guarded/statefulset-1',
      'Pod guarded/daemonset-0', 'Pod guarded/job-0', 'Pod guarded/job-1', 'Pod guarded/cronjob-0',
    ]);
    const answers = await Promise.all(made.map(async (object) => client().create(object, { dryRun: true })));
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body.message)).toEqual([]);
  });

  test('a privileged Pod is refused', async () => {
    const privileged = pod('privileged', { securityContext: { privileged: true, capabilities: { drop: ['ALL'] } } });
    expect(complaints(await createAll(client(), [privileged]))).toEqual([
      expect.stringMatching(/^Pod guarded\/privileged: 403 .* violates PodSecurity "restricted:v1\.\d+": privileged \(container "app" must not set securityContext\.privileged=true\)/),
    ]);
  });

  test('a container that asks for more than the limits allow is refused', async () => {
    const greedy = pod('greedy', { resources: { limits: { cpu: '3' } } });
    expect(complaints(await createAll(client(), [greedy]))).toEqual([
      'Pod guarded/greedy: 403 pods "greedy" is forbidden: maximum cpu usage per Container is 2, but limit is 3',
    ]);
  });

  test('Pods are admitted until the quota is used up, and then refused', async () => {
    const large = (name: string) => pod(name, { resources: { limits: { cpu: '1' } } });
    expect(complaints(await createAll(client(), [large('first'), large('second'), large('third')]))).toEqual([
      'Pod guarded/third: 403 pods "third" is forbidden: exceeded quota: quota, '
        + 'requested: limits.cpu=1,requests.cpu=1, used: limits.cpu=2,requests.cpu=2, limited: limits.cpu=2,requests.cpu=2',
    ]);
  });

  test('objects are admitted up to their number in the quota, and the next one is refused', async () => {
    expect(complaints(await createAll(client(), [configMap('first'), configMap('second'), configMap('third')]))).toEqual([
      'ConfigMap guarded/third: 403 configmaps "third" is forbidden: exceeded quota: quota, requested: configmaps=1, used: configmaps=2, limited: configmaps=2',
    ]);
  });

  test('a Service is admitted inside the cluster, and refused on the ports of the nodes and on a load balancer', async () => {
    expect(complaints(await createAll(client(), [service('ClusterIP'), service('NodePort'), service('LoadBalancer')]))).toEqual([
      'Service guarded/nodeport: 403 services "nodeport" is forbidden: exceeded quota: quota, '
        + 'requested: services.nodeports=1, used: services.nodeports=0, limited: services.nodeports=0',
      'Service guarded/loadbalancer: 403 services "loadbalancer" is forbidden: exceeded quota: quota, '
        + 'requested: services.loadbalancers=1,services.nodeports=1, used: services.loadbalancers=0,services.nodeports=0, '
        + 'limited: services.loadbalancers=0,services.nodeports=0',
    ]);
  });

  test('a Pod of a ServiceAccount that does not exist is refused', async () => {
    const stray = pod('stray');
    expect(complaints(await createAll(client(), [{ ...stray, spec: { ...stray.spec, serviceAccountName: 'missing' } }]))).toEqual([
      'Pod guarded/stray: 403 pods "stray" is forbidden: error looking up service account guarded/missing: serviceaccount "missing" not found',
    ]);
  });
});
