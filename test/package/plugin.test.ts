import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Consumer } from './consumer';
import { devDependencies, peerDependencies } from '../../package.json';

const CDK8S = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
const PEERS = Object.keys(peerDependencies) as Array<keyof typeof peerDependencies>;

const LOCAL = 'package: ./node_modules/cdk8s-bulwark';
const BY_NAME = 'package: cdk8s-bulwark';

/** An application as the documentation of cdk8s has it. */
const PLAIN = `
const { App, Chart } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new kplus.Deployment(chart, 'api', { containers: [{ image: 'nginx:latest', securityContext: { privileged: true, allowPrivilegeEscalation: true } }] });
app.synth();
`;

/** The same with the constructs of the library. */
const HARDENED = `
const { App, Chart } = require('cdk8s');
const { HardenedDeployment, Health, Image, SecureNamespace } = require('cdk8s-bulwark');
const app = new App(OPTIONS);
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new SecureNamespace(chart, 'namespace', { owner: 'team-checkout' });
new HardenedDeployment(chart, 'api', {
  image: Image.of('registry.example.com/shop/api@sha256:${'0'.repeat(64)}'), port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }),
});
app.synth();
`;
const CLEAN = HARDENED.replace('OPTIONS', '');

describe('cdk8s synth with the packed tarball as its validation', () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = new Consumer(Object.fromEntries(PEERS.map((peer) => [peer, devDependencies[peer]])));
    // where cdk8s-cli looks for a plugin by name before it installs one
    const plugin = join(consumer.folder, 'plugins', 'cdk8s-bulwark', '1.0.0');
    mkdirSync(plugin, { recursive: true });
    symlinkSync(join(consumer.folder, 'node_modules'), join(plugin, 'node_modules'));
  });
  afterAll(() => consumer?.remove());

  function synth(app: string, validation = LOCAL, properties = '{}') {
    rmSync(join(consumer.folder, 'dist'), { recursive: true, force: true });
    writeFileSync(join(consumer.folder, 'main.js'), app);
    writeFileSync(join(consumer.folder, 'cdk8s.yaml'), `language: typescript
app: node main.js
pluginsDirectory: ${join(consumer.folder, 'plugins')}
validations:
  - ${validation}
    version: 1.0.0
    class: BulwarkValidation
    properties: ${properties}
`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [CDK8S, 'synth'], {
      cwd: consumer.folder, encoding: 'utf8', env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    });
    return { status, output: stdout + stderr };
  }

  test.each([LOCAL, BY_NAME])('a violation ends with status 2, and names the construct (%s)', (validation) => {
    const { status, output } = synth(PLAIN, validation);
    expect(output).toContain('privileged-container (critical)');
    expect(output).toMatch(/Construct Path: shop\/api\b/);
    expect(output).toMatch(/Deployment shop\/shop-api-\w+, .*\.k8s\.yaml:\d+:\d+, spec\.template\.spec\.containers\[0\]\.securityContext\.privileged, construct shop\/api: /);
    expect(status).toBe(2);
  });

  test.each([LOCAL, BY_NAME])('a clean application ends with status 0 (%s)', (validation) => {
    const { status, output } = synth(CLEAN, validation);
    expect(output).toMatch(/resources[^\d]+1[0-9]\b/);
    expect(status).toBe(0);
  });

  test('findings that are not bad enough end with status 0', () => {
    const mild = PLAIN.replace(/, securityContext: \{[^}]*\}/, '');
    expect(synth(mild).status).toBe(2);
    expect(synth(mild, LOCAL, '{ failOn: critical }').status).toBe(0);
  });

  test('an application that writes no *.yaml ends with status 2', () => {
    const { status, output } = synth(HARDENED.replace('OPTIONS', "{ outputFileExtension: '.k8s.yml' }"));
    expect(output).toContain('wrote no *.yaml');
    expect(status).toBe(2);
  });

  test('properties that are none end with status 1, and say why', () => {
    const { status, output } = synth(CLEAN, LOCAL, '{ failon: high }');
    expect(output).toContain('properties.failon is "high"');
    expect(status).toBe(1);
  });

  test('in process, nothing but node is needed', () => {
    const judged = PLAIN.replace('const chart', "require('cdk8s-bulwark').BulwarkValidation.addTo(app);\nconst chart");
    writeFileSync(join(consumer.folder, 'main.js'), judged);
    const { status, stderr } = spawnSync(process.execPath, ['main.js'], { cwd: consumer.folder, encoding: 'utf8' });
    expect(stderr).toMatch(/\[\] shop\/api: critical privileged-container: /);
    expect(status).toBe(1);
  });
});
