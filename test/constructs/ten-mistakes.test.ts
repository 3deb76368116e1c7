import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HardenedDeployment, HardenedDeploymentProps, Health, Image, LeastPrivilegeServiceAccount, NamespaceQuota, SecureNamespace, Verb } from '../../src';

const DIGEST = `sha256:${'0'.repeat(63)}1`;
const image = Image.of(`registry.example.com/shop/api@${DIGEST}`);
const health = Health.http({ live: '/livez', ready: '/readyz' });

let outdir: string;
beforeEach(() => { outdir = mkdtempSync(join(tmpdir(), 'bulwark-mistakes-')); });
afterEach(() => { rmSync(outdir, { recursive: true, force: true }); });

/** One application with the ten mistakes. */
function mistaken(): App {
  const app = new App({ outdir });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const workload = (id: string, props: HardenedDeploymentProps = {}) =>
    new HardenedDeployment(chart, id, { metadata: { name: id }, image, port: 8080, health, ...props });

  new SecureNamespace(chart, 'namespace', { owner: 'team-checkout', quota: NamespaceQuota.of({ requestsCpu: '3', limitsCpu: '40' }) });
  workload('negative', { replicas: -1 });
  workload('cpu', { resources: { cpu: { limit: 'lots' } } });
  workload('port', { port: 0 });
  workload('tag', { image: Image.of('nginx:1.27') });
  workload('a'.repeat(64));
  workload('greedy', { replicas: 6, resources: { cpu: { request: '500m', limit: '500m' } } });
  const twice = workload('twice');
  twice.addContainer({ image: image.reference, name: 'main', liveness: kplus.Probe.fromCommand(['a']), readiness: kplus.Probe.fromCommand(['b']) });

  const caller = workload('caller');
  const port = [kplus.NetworkPolicyPort.tcp(443)];
  caller.connections.allowTo(kplus.NetworkPolicyIpBlock.ipv4(chart, 'nowhere', '999.1.1.1/99'), { ports: port });
  caller.connections.allowFrom(kplus.Pods.select(chart, 'empty', { labels: { role: '' } }));

  new LeastPrivilegeServiceAccount(chart, 'reader', {
    grants: [{ resource: kplus.ApiResource.CONFIG_MAPS, verbs: ['raed' as Verb] }],
  });
  return app;
}

function errorOf(app: App): string {
  try {
    app.synth();
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

test('ten different mistakes make one error with a line for each', () => {
  const lines = errorOf(mistaken()).split('\n').map((line) => line.trim());

  expect(lines[0]).toBe('Validation failed with the following errors:');
  const expected = [
    /^\[shop\/negative\] replicas is -1, allowed is an integer of at least 0$/,
    /^\[shop\/cpu\] resources\.cpu\.limit is "lots", allowed is a positive quantity such as 100m$/,
    /^\[shop\/caller\] connections\.allowTo\(shop\/nowhere\)\.cidr is "999\.1\.1\.1\/99", allowed is /,
    /^\[shop\/port\] containers\[main\]\.ports is 0, allowed is a port from 1024 to 65535$/,
    /^\[shop\/caller\] connections\.allowFrom\(shop\/empty\)\.labels is "", allowed is a selector whose labels all have a value/,
    /^\[shop\/twice\] containers is "main", allowed is names that differ from each other$/,
    /^\[shop\/tag\] containers\[main\]\.image is "nginx:1\.27", allowed is a reference with a digest/,
    /^\[shop\/reader\] grants\[0\]\.verbs is \["raed"\], allowed is among get, list, watch/,
    /^\[shop\/namespace\] requests\.cpu of shop\/greedy is "4", allowed is 3: .*greedy/,
    /^\[shop\/a{64}\] metadata\.name is "a{64}", allowed is at most 63 lower-case letters/,
  ];
  for (const line of expected) {
    expect(lines).toContainEqual(expect.stringMatching(line));
  }
  expect(lines.slice(1)).toHaveLength(expected.length);
});

test('an application with mistakes writes no file', () => {
  errorOf(mistaken());
  expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
});

test('the same application without the mistakes is synthesized', () => {
  const app = new App({ outdir });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new SecureNamespace(chart, 'namespace', { owner: 'team-checkout' });
  new HardenedDeployment(chart, 'api', { image, port: 8080, health });
  app.synth();
  expect(readdirSync(outdir)).toEqual(['shop.k8s.yaml']);
});
