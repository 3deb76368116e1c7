import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { Validation, ValidationContext } from 'cdk8s-cli/plugins';
import * as kplus from 'cdk8s-plus-27';
import { BulwarkValidation, BulwarkValidationProps, Severity } from '../../src';
import { catalogue } from '../../src/rules/catalogue';
import { IMAGE } from '../constructs/workload/application';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'bulwark-plugin-')); });
afterEach(() => rmSync(folder, { recursive: true }));

type Metadata = ConstructorParameters<typeof ValidationContext>[3];

/** What cdk8s-cli would make of these manifests. */
async function report(manifests: Record<string, string>, props?: BulwarkValidationProps, metadata: Metadata = {}, stdout = false) {
  const files = Object.entries(manifests).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const context = new ValidationContext(files, 'cdk8s-bulwark', '0.0.0', metadata, stdout);
  await new BulwarkValidation(props).validate(context);
  return { ...context.report.toJson(), text: context.report.toString() };
}

const pod = (name: string, spec = 'hostNetwork: true') => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
spec:
  ${spec}
  containers: []
`;
const secret = (name: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: shop }\n`;

test('fulfils the contract of cdk8s-cli', () => {
  const validation: Validation = new BulwarkValidation();
  expect(typeof validation.validate).toBe('function');
});

test('a finding fails, with rule, why, fix, object, line, field and construct', async () => {
  const { summary, violations, text } = await report({ 'shop.k8s.yaml': pod('api') }, {}, { api: { path: 'shop/api/Resource' } });
  expect(summary.status).toBe('failure');
  const rule = catalogue.find(({ id }) => id === 'host-network')!;
  expect(violations).toContainEqual({
    ruleName: 'host-network (high)',
    recommendation: rule.why,
    fix: `${rule.fix} See: bulwark explain host-network`,
    violatingConstructs: [{
      resourceName: 'api',
      constructPath: 'shop/api/Resource',
      manifestPath: join(folder, 'shop.k8s.yaml'),
      locations: [`Pod shop/api, ${join(folder, 'shop.k8s.yaml')}:7:3, spec.hostNetwork, construct shop/api: pod sets hostNetwork to true`],
    }],
  });
  expect(text).toContain('Construct Path: shop/api/Resource');
});

test('the worst comes first, and each rule once', async () => {
  const { violations } = await report({ 'a.yaml': pod('api', 'hostNetwork: true\n  containers: [{ name: a, image: a, securityContext: { privileged: true } }]').replace(/\n {2}containers: \[\]/, ''), 'b.yaml': pod('web') });
  const names = violations.map(({ ruleName }) => ruleName);
  expect(names).toEqual([...new Set(names)]);
  const severities = names.map((name) => ['critical', 'high', 'medium', 'low'].indexOf(/\((\w+)\)$/.exec(name)![1]));
  expect(severities).toEqual([...severities].sort());
  expect(violations.find(({ ruleName }) => ruleName.startsWith('host-network'))!.violatingConstructs.map(({ resourceName }) => resourceName)).toEqual(['api', 'web']);
});

test('of several objects with one name it says no more than it knows', async () => {
  const { violations, text } = await report({ 'shop.k8s.yaml': `${pod('api')}---\n${secret('api')}` }, {}, { api: { path: 'shop/secret' } });
  const [{ resourceName, locations, constructPath }] = violations.find(({ ruleName }) => ruleName.startsWith('host-network'))!.violatingConstructs;
  expect(resourceName).toBe('Pod shop/api');
  expect(constructPath).toBeUndefined();
  expect(locations[0]).toContain('construct near shop/secret, which made the last of 2 objects of this name');
  expect(text).not.toContain('Construct Path: shop/secret');
});

test.each(['constructor', '__proto__'])('an object named %s has no construct by accident', async (name) => {
  const { violations } = await report({ 'shop.k8s.yaml': pod(name) });
  expect(violations.length).toBeGreaterThan(0);
  expect(violations.flatMap(({ violatingConstructs }) => violatingConstructs.flatMap(({ locations }) => locations)).join()).not.toMatch(/, construct /);
});

test('the counts stand above the violations', async () => {
  const { summary, text } = await report({ 'shop.k8s.yaml': pod('api').replace('namespace: shop', 'namespace: shop\n  annotations: { acknowledge.cdk8s-bulwark/host-network: SEC-1 }') });
  expect(summary.metadata).toMatchObject({ resources: '1', acknowledged: '1', errors: '0', critical: '0', high: expect.stringMatching(/^\d+$/) });
  expect(Number(summary.metadata!.rules)).toBeGreaterThan(100);
  expect(text).toContain('acknowledged');
});

test('nothing found is a success', async () => {
  const { summary, violations } = await report({ 'shop.k8s.yaml': secret('api') });
  expect([summary.status, violations]).toEqual(['success', []]);
});

test('what is less bad than asked for does not fail, but is counted', async () => {
  const { summary, violations } = await report({ 'shop.k8s.yaml': pod('api') }, { failOn: Severity.CRITICAL });
  expect([summary.status, violations]).toEqual(['success', []]);
  expect(Number(summary.metadata!.high)).toBeGreaterThan(0);
});

test('a profile judges by its rules only', async () => {
  const { violations } = await report({ 'shop.k8s.yaml': pod('api') }, { profile: 'pss-baseline' });
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['host-network (high)']);
});

test('the version of Kubernetes counts', async () => {
  const policy = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a, namespace: shop }\nspec: { maxUnavailable: 1 }\n';
  const removed = async (kubernetesVersion: string) => (await report({ 'a.yaml': policy }, { kubernetesVersion })).violations
    .filter(({ ruleName }) => ruleName.startsWith('removed-api-version')).length;
  expect([await removed('1.24'), await removed('1.25')]).toEqual([0, 1]);
});

test('an acknowledgement expires on the day that it is told, and by no clock', async () => {
  const manifests = { 'a.yaml': pod('api').replace('namespace: shop', 'namespace: shop\n  annotations: { acknowledge.cdk8s-bulwark/host-network: "SEC-1; expires 2020-01-31" }') };
  const found = async (today?: string) => (await report(manifests, { today, profile: 'pss-baseline' })).summary.status;
  expect([await found(), await found('2020-01-31'), await found('2020-02-01')]).toEqual(['success', 'success', 'failure']);
});

test('images from other registries than the trusted ones are findings', async () => {
  const manifest = pod('api', `containers: [{ name: a, image: "${IMAGE.reference}" }]`).replace(/\n {2}containers: \[\]/, '');
  const found = async (registry: string) => (await report({ 'a.yaml': manifest }, { trustedRegistries: [registry] })).violations.some(({ ruleName }) => ruleName.startsWith('untrusted-registry'));
  expect([await found('registry.example.com'), await found('registry.example.org')]).toEqual([false, true]);
});

describe('never passes', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['no manifest at all', {}, /the application: wrote no \*\.yaml/],
    ['manifests without an object', { 'a.yaml': '' }, /no Kubernetes object/],
    ['a manifest that is no YAML', { 'a.yaml': 'a: [', 'b.yaml': secret('b') }, /a\.yaml:\d+:\d+: /],
    ['an object without a kind', { 'a.yaml': 'apiVersion: v1\nmetadata: { name: a }\n', 'b.yaml': secret('b') }, /no kind/],
  ])('%s', async (_, manifests, line) => {
    const { summary, violations } = await report(manifests);
    expect(summary.status).toBe('failure');
    expect(violations.flatMap(({ violatingConstructs }) => violatingConstructs.flatMap(({ locations }) => locations)).join('\n')).toMatch(line);
  });

  test('a rule that fails', async () => {
    const settings = { rules: [{ ...catalogue[0], checks: [{ since: 0, check: { scope: 'object', run: () => { throw new Error('broken'); } } }] }], evaluation: {}, failOn: Severity.CRITICAL };
    const file = join(folder, 'a.yaml');
    writeFileSync(file, secret('a'));
    const context = new ValidationContext([file], 'cdk8s-bulwark', '0.0.0');
    await BulwarkValidation.prototype.validate.call(Object.assign(Object.create(BulwarkValidation.prototype), { settings }), context);
    expect(context.report.success).toBe(false);
    expect(context.report.toString()).toContain('broken');
  });

  test('a context that is none: cdk8s-cli ends with status 1', async () => {
    await expect(new BulwarkValidation().validate(undefined)).rejects.toThrow();
  });
});

describe('properties of cdk8s.yaml that are none are refused together:', () => {
  test.each<[string, any, RegExp[]]>([
    ['a misspelt one', { failon: 'high' }, [/properties\.failon is "high", allowed is one of the props profile, failOn/]],
    ['an unknown profile', { profile: 'strict' }, [/properties\.profile is "strict", allowed is one of default, all/]],
    ['a profile that every object has', { profile: 'constructor' }, [/properties\.profile/]],
    ['a severity that does not exist', { failOn: 'warning' }, [/properties\.failOn is "warning", allowed is one of low, medium, high, critical/]],
    ['a version without quotation marks', { kubernetesVersion: 1.3 }, [/properties\.kubernetesVersion is 1\.3/]],
    ['several', { today: 'now', trustedRegistries: 'docker.io' }, [/properties\.trustedRegistries/, /properties\.today/]],
    ['a list', [], [/properties is \[\]/]],
  ])('%s', (_, props, lines) => {
    lines.forEach((line) => expect(() => new BulwarkValidation(props)).toThrow(line));
  });

  test('null, as an empty `properties:` gives, is none', () => {
    expect(() => new BulwarkValidation(null as any)).not.toThrow();
  });
});

test.each([
  YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
])('it judges what an app writes, in files of every kind (%s)', async (yamlOutputType) => {
  const app = new App({ outdir: folder, yamlOutputType, recordConstructMetadata: true });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new kplus.Deployment(chart, 'api', { containers: [{ image: 'nginx:latest' }] });
  new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret' });
  app.synth();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).map((file) => join(folder, file));
  const metadata = JSON.parse(readFileSync(join(folder, 'construct-metadata.json'), 'utf8')).resources;
  const context = new ValidationContext(files, 'cdk8s-bulwark', '0.0.0', metadata);
  await new BulwarkValidation().validate(context);
  const latest = context.report.toJson().violations.find(({ ruleName }) => ruleName.startsWith('latest-tag'))!;
  expect(latest.violatingConstructs.flatMap(({ locations }) => locations)[0]).toContain('construct shop/api:');
});

test('the report of one input is the same twice', async () => {
  const run = () => report({ 'a.yaml': pod('api'), 'b.yaml': pod('web') });
  expect(await run()).toEqual(await run());
});

test('with --stdout, where manifests are temporary, it still says where', async () => {
  const { text } = await report({ 'a.yaml': pod('api') }, {}, {}, true);
  expect(text).toContain('Manifest Path: STDOUT');
  expect(text).toContain('Pod shop/api');
});
