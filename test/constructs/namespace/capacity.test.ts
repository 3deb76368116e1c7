import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Include, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { roomFor } from './room';
import { HardenedDeployment, NamespaceQuota } from '../../../src';
import { IMAGE, chartIn, deployment, mistakesIn, objectOf, secureNamespace } from '../workload/application';

function plain(chart: Chart, id: string, props: kplus.DeploymentProps = {}) {
  return new kplus.Deployment(chart, id, { metadata: { name: id }, replicas: 1, containers: [{ image: 'legacy', resources: {} }], ...props });
}

describe('a workload that would never be scheduled is named, with the need and the room:', () => {
  test('replicas and surge', () => {
    const chart = roomFor({ requestsCpu: '1' });
    deployment(chart, 'api', { replicas: 8, resources: { cpu: { request: '100m' } } });
    expect(mistakesIn(chart)).toEqual([]);
    const other = roomFor({ requestsCpu: '1' });
    deployment(other, 'api', { replicas: 9, resources: { cpu: { request: '100m' } } });
    expect(mistakesIn(other)).toEqual([expect.stringMatching(/^\[shop\/namespace\] requests\.cpu of shop\/api is "1200m", allowed is 1: .*Deployment api.*9 \+ 3/)]);
  });

  test('recreating has no surge', () => {
    const chart = roomFor({ requestsCpu: '900m' });
    deployment(chart, 'api', { replicas: 9, strategy: kplus.DeploymentStrategy.recreate() });
    expect(mistakesIn(chart)).toEqual([]);
  });

  test('an absolute surge', () => {
    const chart = roomFor({ pods: 4 });
    deployment(chart, 'api', { strategy: kplus.DeploymentStrategy.rollingUpdate({ maxSurge: kplus.PercentOrAbsolute.absolute(3) }) });
    expect(mistakesIn(chart)).toEqual([]);
    deployment(chart, 'one-more');
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('pods')]);
  });

  test('init containers count where they need more than what runs later', () => {
    const chart = roomFor({ requestsCpu: '2' });
    const api = deployment(chart, 'api', { replicas: 2 });
    api.addInitContainer({ image: IMAGE.reference, resources: { cpu: { request: kplus.Cpu.millis(900), limit: kplus.Cpu.units(1) } } });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/requests\.cpu of shop\/api is "2700m", allowed is 2/)]);
  });

  test('containers that are added later count', () => {
    const chart = roomFor({ limitsMemory: '1Gi', requestsMemory: '1Gi' });
    const api = deployment(chart, 'api', { replicas: 2 });
    expect(mistakesIn(chart)).toEqual([]);
    api.addContainer({ name: 'more', image: IMAGE.reference, liveness: kplus.Probe.fromCommand(['a']), readiness: kplus.Probe.fromCommand(['b']) });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/limits\.memory of shop\/api is "1536Mi", allowed is 1Gi/)]);
  });

  test('what an autoscaler may scale to', () => {
    const chart = roomFor({ pods: 10 });
    new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: deployment(chart), minReplicas: 2, maxReplicas: 12 });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/pods of shop\/api is "15", allowed is 10/)]);
  });

  test('all together, where each alone would fit', () => {
    const chart = roomFor({ pods: 5 });
    deployment(chart, 'one');
    deployment(chart, 'two');
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/^\[shop\/namespace\] pods is "6", allowed is 5: .*one.*two/)]);
  });

  test('a container above what a container may have', () => {
    const chart = chartIn('shop');
    secureNamespace(chart);
    deployment(chart, 'api', { resources: { cpu: { limit: '3' } } });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/limits\.cpu of shop\/api is "3", allowed is 2: .*container main of Deployment api/)]);
  });
});

describe('plain cdk8s-plus workloads', () => {
  test('get the defaults of the LimitRange', () => {
    const chart = roomFor({ requestsCpu: '199m' });
    plain(chart, 'legacy');
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/requests\.cpu of shop\/legacy is "200m", allowed is 199m/)]);
  });

  test('that spread are not changed by being counted (B17)', () => {
    const without = chartIn('shop');
    plain(without, 'legacy', { spread: true });
    const counted = roomFor({});
    plain(counted, 'legacy', { spread: true });
    // Testing.synth renders once; each of them adds two terms, so that one rendering more would show.
    const terms = (chart: Chart) => Testing.synth(chart).find(({ kind }) => kind === 'Deployment').spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(terms(counted)).toHaveLength(terms(without).length);
  });

  test('without containers, which do not render, leave the other lines alone', () => {
    const chart = roomFor({});
    deployment(chart, 'api', { replicas: -1 });
    new HardenedDeployment(chart, 'empty', { metadata: { name: 'empty' } });
    expect(mistakesIn(chart)).toEqual(expect.arrayContaining([expect.stringContaining('[shop/api] replicas is -1'), expect.stringContaining('[shop/empty] image is missing')]));
  });

  test.each<[string, (chart: Chart) => void, RegExp]>([
    [
      'StatefulSet', (chart) => new kplus.StatefulSet(chart, 'db', {
        metadata: { name: 'db' }, replicas: 3, containers: [{ image: 'db', resources: {} }], service: new kplus.Service(chart, 'service', { ports: [{ port: 1 }] }),
      }), /pods of shop\/db is "3", allowed is 2/,
    ],
    ['Job', (chart) => new ApiObject(chart, 'job', {
      apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'job' }, spec: { parallelism: 3, template: { spec: { containers: [{ name: 'a', image: 'b' }] } } },
    }), /pods of shop\/job is "3", allowed is 2/],
  ])('of kind %s count', (_, add, line) => {
    const chart = roomFor({ pods: 2 });
    add(chart);
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(line)]);
  });
});

describe('objects from elsewhere count:', () => {
  const raw = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'legacy' }, spec: { replicas: 8, template: { spec: { containers: [{ name: 'a', image: 'b' }] } } } };

  test('a raw ApiObject, by its own path', () => {
    const chart = roomFor({ pods: 5 });
    new ApiObject(chart, 'raw', raw);
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/^\[shop\/namespace\] pods of shop\/raw is "10", allowed is 5/)]);
  });

  test.each([
    ['one document', [raw]],
    ['a List, as kubectl get writes it', [{ apiVersion: 'v1', kind: 'List', metadata: {}, items: [raw] }]],
  ])('an included file of %s', (_, documents) => {
    const folder = mkdtempSync(join(tmpdir(), 'bulwark-include-'));
    const url = join(folder, 'legacy.yaml');
    writeFileSync(url, documents.map((document) => JSON.stringify(document)).join('\n---\n'));
    const chart = roomFor({ pods: 5 });
    new Include(chart, 'include', { url });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('"10", allowed is 5')]);
    rmSync(folder, { recursive: true });
  });

  test('replicas that are no number are said to be that', () => {
    const chart = roomFor({});
    new ApiObject(chart, 'raw', { ...raw, spec: { ...raw.spec, replicas: '8' } });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('whole numbers')]);
  });

  test('claims, alone and by the quota', () => {
    const chart = roomFor({ requestsStorage: '10Gi' });
    new kplus.PersistentVolumeClaim(chart, 'claim', { metadata: { name: 'claim' }, storage: Size.gibibytes(20) });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/requests\.storage of shop\/claim is "20Gi", allowed is 10Gi/)]);
  });

  test('ConfigMaps, beside the one that Kubernetes puts there', () => {
    const chart = roomFor({ configMaps: 1 });
    new kplus.ConfigMap(chart, 'config', { data: { a: 'b' } });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/configmaps is "2", allowed is 1/)]);
  });
});

test('a thousand hardened deployments in a secure namespace are one quick synthesis', () => {
  const chart = chartIn('shop');
  secureNamespace(chart, {
    quota: NamespaceQuota.of({
      requestsCpu: '10k',
      limitsCpu: '10k',
      requestsMemory: '1Pi',
      limitsMemory: '1Pi',
      requestsEphemeralStorage: '1Pi',
      limitsEphemeralStorage: '1Pi',
      pods: 10_000,
      services: 10_000,
      deployments: 10_000,
    }),
  });
  for (let i = 0; i < 1000; i++) { deployment(chart, `api-${i}`); }
  expect(mistakesIn(chart)).toEqual([]);
}, 30_000);

test('the counted workload is written as it would be alone', () => {
  const alone = chartIn('shop');
  deployment(alone);
  const counted = roomFor({});
  deployment(counted);
  expect(objectOf(counted, 'Deployment')).toEqual(objectOf(alone, 'Deployment'));
});
