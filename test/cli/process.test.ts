import { spawnSync } from 'node:child_process';
import { Bulwark, Folder, PRIVILEGED, pod } from './bulwark';
import { version } from '../../package.json';

// every test starts processes
jest.setTimeout(60_000);

const folder = new Folder();
let bulwark: Bulwark;
beforeAll(() => { bulwark = new Bulwark(); });
afterAll(() => {
  bulwark.remove();
  folder.remove();
});

const CLEAN = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n  labels: { app.kubernetes.io/name: shop, owner: team }\ndata: { colour: blue }\n';

test('a clean manifest ends with 0, says so, and leaves standard error alone', () => {
  const { status, stdout, stderr } = bulwark.run(['check', folder.write('clean.yaml', CLEAN), '--fail-on', 'medium']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('1 resource judged by');
});

test('a finding ends with 1, and has its place', () => {
  const { status, stdout } = bulwark.run(['check', 'bad.yaml'], { cwd: folder.write('bad/bad.yaml', pod('bad', PRIVILEGED)).replace(/\/bad\.yaml$/, '') });
  expect(status).toBe(1);
  expect(stdout).toContain('bad.yaml:7:3');
  expect(stdout).toContain('host-network');
});

test('malformed input ends with 2, is named with line, column and reason, and the rest is judged', () => {
  const broken = folder.write('broken.yaml', 'kind: Pod\nmetadata: {name: a\n');
  const { status, stdout } = bulwark.run(['check', broken, folder.write('rest.yaml', pod('rest', PRIVILEGED)), '--format', 'json']);
  expect(status).toBe(2);
  const { errors, findings } = JSON.parse(stdout);
  expect(errors).toEqual([{ file: broken, line: expect.any(Number), column: expect.any(Number), message: expect.any(String) }]);
  expect(findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('host-network');
});

test('standard input is read', () => {
  const { status, stdout } = bulwark.run(['check', '-', '--format', 'json'], { input: pod('piped', PRIVILEGED) });
  expect(status).toBe(1);
  expect(JSON.parse(stdout).findings[0].file).toBe('-');
});

test.each([
  ['nothing on standard input', ['check', '-']],
  ['a file that does not exist', ['check', 'nowhere.yaml']],
  ['no path', ['check']],
  ['no command', []],
  ['an unknown command', ['chek']],
  ['an unknown option', ['check', '.', '--quiet']],
  ['an unknown format', ['check', '.', '--format', 'xml']],
  ['an unknown threshold', ['check', '.', '--fail-on', 'info']],
  ['an unknown profile', ['check', '.', '--profile', 'none']],
  ['a version of nothing', ['check', '.', '--kubernetes-version', '33']],
  ['a day that there is not', ['check', '.', '--today', '2026-02-30']],
  ['an unknown rule', ['explain', 'nothing']],
  ['an unknown shell', ['completion', 'cmd']],
])('%s ends with 2 and says so', (_, args) => {
  const { status, stdout, stderr } = bulwark.run(args, { input: '' });
  expect(status).toBe(2);
  expect(stdout + stderr).not.toBe('');
});

test('what cannot be written ends with 2', () => {
  const { status, stderr } = bulwark.run(['check', folder.write('clean.yaml', CLEAN), '--output', `${folder.path}/no/such/folder/report`]);
  expect(status).toBe(2);
  expect(stderr).toContain('cannot be written: no such file or directory');
});

test('an internal error ends with 2, even one before the first line runs', () => {
  const { status, stderr } = bulwark.run(['check', folder.write('clean.yaml', CLEAN)], { env: { NODE_OPTIONS: `--require ${folder.write('break.js', `
    const { Module } = require('module');
    const load = Module._load;
    Module._load = function (name, ...rest) { if (name.endsWith('/program')) { throw new Error('broken'); } return load.call(this, name, ...rest); };
  `)}` } });
  expect(status).toBe(2);
  expect(stderr).toContain('internal error: Error: broken');
});

test('whoever reads only the beginning gets the status all the same', async () => {
  const many = folder.write('many.yaml', Array.from({ length: 3000 }, (_, at) => pod(`pod-${at}`, PRIVILEGED)).join('---\n'));
  expect(await bulwark.runUnread(['check', many])).toEqual({ status: 1, stderr: expect.not.stringContaining('EPIPE') });
});

test('a long report arrives whole', () => {
  const many = folder.write('many.yaml', Array.from({ length: 2000 }, (_, at) => pod(`pöd-${at}-\\U0001F600`, PRIVILEGED)).join('---\n'));
  const { stdout } = bulwark.run(['check', many, '--format', 'json', '--profile', 'pss-baseline']);
  expect(JSON.parse(stdout).findings).toHaveLength(2000);
  expect(stdout).not.toContain('\ufffd');
});

test('colour is for terminals, so a pipe gets none', () => {
  expect(bulwark.run(['check', folder.write('colour.yaml', pod('a', PRIVILEGED))]).stdout).not.toContain('\u001b');
});

test('a terminal gets colour, unless it is told that nobody wants any', () => {
  const file = folder.write('colour.yaml', pod('a', PRIVILEGED));
  const onTerminal = (env: NodeJS.ProcessEnv) => spawnSync('script', ['-qec', `${process.execPath} ${bulwark.main} check ${file}`, '/dev/null'],
    { encoding: 'utf8', env: { ...process.env, TERM: 'xterm', ...env } }).stdout;
  expect(onTerminal({ NO_COLOR: '' })).toContain('\u001b[');
  expect(onTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[');
  expect(onTerminal({ TERM: 'dumb' })).not.toContain('\u001b[');
});

test('the same input makes the same bytes, in every format', () => {
  const file = folder.write('same.yaml', [pod('a', PRIVILEGED), pod('b'), CLEAN].join('---\n'));
  for (const format of ['text', 'json', 'sarif', 'junit', 'html', 'markdown', 'github']) {
    const [one, other] = [1, 2].map(() => bulwark.run(['check', file, '--format', format]));
    expect(one.stdout).not.toBe('');
    expect(other.stdout).toBe(one.stdout);
  }
});

test('settings are found in the folder where it is started, and --config goes before them', () => {
  folder.write('project/bulwark.yaml', 'failOn: never\n');
  folder.write('project/app.yaml', pod('a', PRIVILEGED));
  const cwd = `${folder.path}/project`;
  expect(bulwark.run(['check', '.'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  expect(bulwark.run(['check', '.', '--config', folder.write('project/strict.yml', 'failOn: high\n')], { cwd }).status).toBe(1);
  folder.link('linked/bulwark.yaml', 'gone.yaml');
  folder.write('linked/app.yaml', pod('a'));
  expect(bulwark.run(['check', '.'], { cwd: `${folder.path}/linked` })).toMatchObject({ status: 2, stderr: 'bulwark: bulwark.yaml: no such file or directory\n' });
  expect(bulwark.run(['check', '.', '--config', 'gone.yaml'], { cwd })).toMatchObject({ status: 2, stderr: 'bulwark: gone.yaml: no such file or directory\n' });
});

test('the version is that of the package', () => {
  expect(bulwark.run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
});
