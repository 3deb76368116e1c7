import { rmSync } from 'node:fs';
import { Folder, PRIVILEGED, pod, ran } from './bulwark';

const folder = new Folder();
afterAll(() => folder.remove());

const BASELINE = `${folder.path}/baseline.json`;
const check = (files: string[], ...more: string[]) => ran(['check', ...files, '--profile', 'pss-baseline', ...more]);
const findings = (out: string): { ruleId: string; file: string }[] => JSON.parse(out).findings;

test('what was there is left out, what is new counts, and what was fixed is said', () => {
  const one = folder.write('one.yaml', pod('one', PRIVILEGED));
  const two = folder.write('two.yaml', pod('two', '  hostPID: true\n'));
  const written = check([one, two], '--write-baseline', BASELINE);
  expect(written.status).toBe(0);
  expect(written.err).toContain('written, with 2 findings');

  expect(check([one, two], '--baseline', BASELINE)).toMatchObject({ status: 0, err: expect.stringContaining('2 findings left out') });

  folder.write('one.yaml', pod('one', '  hostIPC: true\n'));
  const { status, out, err } = check([one, two], '--baseline', BASELINE, '--format', 'json');
  expect(status).toBe(1);
  expect(findings(out).map(({ ruleId }) => ruleId)).toEqual(['host-ipc']);
  expect(err).toContain('1 finding left out');
  expect(err).toContain('1 finding of');
  expect(err).toContain('host-network, Pod shop/one (one.yaml)');
});

test('a known finding stays known when lines move, and wherever the check is started', () => {
  const file = folder.write('moving.yaml', pod('one', PRIVILEGED));
  check([file], '--write-baseline', BASELINE);
  folder.write('moving.yaml', `# a comment\n---\n# another\n${pod('one', PRIVILEGED)}`);
  const back = process.cwd();
  try {
    process.chdir(folder.path);
    expect(check(['moving.yaml'], '--baseline', 'baseline.json').status).toBe(0);
    expect(check(['./moving.yaml'], '--baseline', BASELINE).status).toBe(0);
  } finally {
    process.chdir(back);
  }
});

test('the same finding on another object is new', () => {
  const file = folder.write('growing.yaml', pod('one', PRIVILEGED));
  check([file], '--write-baseline', BASELINE);
  folder.write('growing.yaml', `${pod('zero', PRIVILEGED)}---\n${pod('one', PRIVILEGED)}`);
  const { status, out } = check([file], '--baseline', BASELINE, '--format', 'json');
  expect(status).toBe(1);
  expect(findings(out)).toEqual([expect.objectContaining({ resource: expect.objectContaining({ name: 'zero' }) })]);
});

test('a finding that was accepted meanwhile is not called fixed, nor is one of a file that was not judged', () => {
  const one = folder.write('one.yaml', pod('one', PRIVILEGED));
  const two = folder.write('two.yaml', pod('two', PRIVILEGED));
  check([one, two], '--write-baseline', BASELINE);
  folder.write('one.yaml', pod('one', PRIVILEGED).replace('metadata:\n', 'metadata:\n  annotations: { acknowledge.cdk8s-bulwark/host-network: node agent }\n'));
  expect(check([one], '--baseline', BASELINE).err).not.toContain('fixed');
});

test('what a removed file held is fixed', () => {
  const gone = folder.write('gone.yaml', pod('gone', PRIVILEGED));
  const one = folder.write('one.yaml', pod('one'));
  check([one, gone], '--write-baseline', BASELINE);
  rmSync(gone);
  expect(check([one], '--baseline', BASELINE).err).toContain('host-network, Pod shop/gone (gone.yaml)');
});

test('it is not written while something cannot be judged', () => {
  const broken = folder.write('broken.yaml', 'kind: [');
  const { status, err } = check([broken, folder.write('one.yaml', pod('one', PRIVILEGED))], '--write-baseline', `${folder.path}/never.json`);
  expect(status).toBe(2);
  expect(err).toContain('not written');
  expect(() => folder.read('never.json')).toThrow('ENOENT');
});

test('it reads well, and is the same whatever the order of files', () => {
  const one = folder.write('one.yaml', pod('one', PRIVILEGED));
  const two = folder.write('two.yaml', pod('two', '  hostPID: true\n'));
  check([one, two], '--write-baseline', BASELINE);
  const text = folder.read('baseline.json');
  check([two, one], '--write-baseline', BASELINE);
  expect(folder.read('baseline.json')).toBe(text);
  expect(text.split('\n').slice(3, 5).map((line) => line.replace(/"fingerprint":".*"/, ''))).toEqual([
    '    {"file":"one.yaml","resource":"Pod shop/one","ruleId":"host-network",},',
    '    {"file":"two.yaml","resource":"Pod shop/two","ruleId":"host-pid",}',
  ]);
});

test.each([
  ['', 'no baseline: Unexpected end of JSON input'],
  ['[]', 'no baseline: the file is a list; it must be a map'],
  ['{"version": 2, "findings": []}', 'no baseline: version is the number 2; it must be 1'],
  ['{"version": 1, "findings": [{"fingerprint": 1, "ruleId": "a", "resource": "b", "file": "c"}]}', 'no baseline: findings[0].fingerprint is the number 1; it must be text'],
])('%j is no baseline', (text, problem) => {
  const { status, err } = check([folder.write('one.yaml', pod('one'))], '--baseline', folder.write('wrong.json', text));
  expect(status).toBe(2);
  expect(err).toContain(problem);
});

test('one that is missing is bad usage, not an empty one', () => {
  expect(check([folder.write('one.yaml', pod('one'))], '--baseline', `${folder.path}/missing.json`)).toMatchObject({
    status: 2, err: expect.stringContaining('no such file or directory'),
  });
});
