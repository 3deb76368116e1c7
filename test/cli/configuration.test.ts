import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Folder, PRIVILEGED, pod, ran } from './bulwark';
import { SCHEMA_FILE, renderConfigurationSchema } from '../../projenrc/configuration-schema';
import { readPlainDocument } from '../../src/manifests/read-plain-document';

const folder = new Folder();
afterAll(() => folder.remove());

const published = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
const isValid = addFormats(new Ajv({ strict: true, allErrors: true })).compile(published);

const app = () => folder.write('app.yaml', pod('app', PRIVILEGED));
const checked = (settings: string, ...more: string[]) => ran(['check', app(), '--config', folder.write('bulwark.yaml', settings), ...more]);
const judged = (settings: string, ...more: string[]) => {
  const { out, err } = checked(settings, '--format', 'json', ...more);
  if (out === '') { throw new Error(err); }
  return JSON.parse(out);
};
const rulesFound = (settings: string, ...more: string[]): string[] => judged(settings, ...more).findings.map(({ ruleId }: { ruleId: string }) => ruleId);

test('the published schema is what the command knows: if not, write it anew with projenrc/configuration-schema.ts', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(renderConfigurationSchema());
});

const RIGHT: readonly string[] = [
  'profile: all\n',
  'kubernetesVersion: "1.30"\n',
  'failOn: never\n',
  'severities:\n  host-network: low\n',
  'registries: [registry.example.com, "ghcr.io/our-team", "localhost:5000"]\n',
  'acknowledgements:\n  - rule: host-network\n    reason: it is a node agent\n',
  'acknowledgements:\n  - { rule: host-network, kind: Pod, namespace: shop, name: "a*", container: app, reason: yes it is, expires: 2028-02-29 }\n',
  '{}\n',
];

test.each(RIGHT)('%j is right, for the command as for editors', (settings) => {
  expect(checked(settings).status).toBeLessThan(2);
  const document: any = readPlainDocument(folder.write('bulwark.yaml', settings));
  expect(isValid(document.value) || isValid.errors).toBe(true);
});

test('an empty file is right, and says nothing', () => {
  expect(checked('# nothing yet\n').status).toBe(1);
});

const WRONG: readonly (readonly [string, string])[] = [
  ['profil: all\n', '1:1: unknown key "profil" in the file; did you mean "profile"?'],
  ['wholly: different\n', '1:1: unknown key "wholly" in the file; known are profile, kubernetesVersion, failOn, severities, registries, acknowledgements'],
  ['profile: al\n', '1:1: profile is "al"; did you mean "all"?'],
  ['profile:\n', '1:1: profile is empty; it must be text'],
  ['kubernetesVersion: 1.30\n', '1:1: kubernetesVersion is the number 1.3; it must be text, such as "1.33"'],
  ['kubernetesVersion: newest\n', '1:1: kubernetesVersion is "newest"; it must be the version of the API server that the manifests are for, in quotation marks, such as "1.33"'],
  ['failOn: 3\n', '1:1: failOn is the number 3; it must be text'],
  ['severities: [low]\n', '1:1: severities is a list; it must be a map'],
  ['severities:\n  host-netwrk: low\n', '2:3: unknown key "host-netwrk" in severities; did you mean "host-network"?'],
  ['severities:\n  host-network: hihg\n', '2:3: severities.host-network is "hihg"; did you mean "high"?'],
  ['severities:\n  host-network: off\n', '2:3: severities.host-network is false; it must be text'],
  ['registries: registry.example.com\n', '1:1: registries is "registry.example.com"; it must be a list'],
  ['registries:\n  - https://registry.example.com\n', '2:5: registries[0] is "https://registry.example.com"; it must be a host, with its port and the beginning of the path where that matters, such as "registry.example.com/team"'],
  ['acknowledgements:\n  - rule: host-network\n', '2:5: acknowledgements[0] has no reason'],
  ['acknowledgements:\n  - rule: host-network\n    reason: " "\n', '3:5: acknowledgements[0].reason is " "; it must be why the risk is accepted, for whoever reviews it, such as "reads node logs, SEC-412"'],
  ['acknowledgements:\n  - rule: nothing-of-this-kind\n    reason: so\n', '2:5: acknowledgements[0].rule is "nothing-of-this-kind", which there is not'],
  ['acknowledgements:\n  - rule: host-network\n    reason: so\n    expires: 2027-02-29\n', '4:5: acknowledgements[0].expires is "2027-02-29", which is no day written as YYYY-MM-DD'],
  ['acknowledgements:\n  - rule: host-network\n    reason: so\n    labels: {}\n', '4:5: unknown key "labels" in acknowledgements[0]; known are rule, kind, namespace, name, container, reason, expires'],
  ['[]\n', '1:1: the file is a list; it must be a map'],
];

test.each(WRONG)('%j is wrong, for the command as for editors', (settings, mistake) => {
  const { status, out, err } = checked(settings);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toBe(`bulwark: ${folder.path}/bulwark.yaml:${mistake}\n`);
  const document: any = readPlainDocument(folder.write('bulwark.yaml', settings));
  expect(isValid(document.value)).toBe(false);
});

test('every mistake is said at once, in the order of lines', () => {
  const { err } = checked('failOn: often\nacknowledgements:\n  - rule: host-network\n  - reason: so\nprofile: most\n');
  expect(err.split('\n').map((line) => line.replace(/^.*bulwark.yaml:/, '').replace(/;.*/, ''))).toEqual([
    '1:1: failOn is "often"', '3:5: acknowledgements[0] has no reason', '4:5: acknowledgements[1] has no rule', '5:1: profile is "most"', '',
  ]);
});

test.each([
  ['profile: all\nprofile: cis\n', '2:1: duplicate key "profile"'],
  ['profile: [\n', '2:1: '],
  ['profile: all\n---\nprofile: cis\n', '3:1: a second document begins; only one is expected'],
])('%j is no YAML of settings', (settings, mistake) => {
  const { status, err } = checked(settings);
  expect(status).toBe(2);
  expect(err).toContain(`/bulwark.yaml:${mistake}`);
});

test('the command line goes before the file', () => {
  expect(checked('failOn: never\n').status).toBe(0);
  expect(checked('failOn: never\n', '--fail-on', 'critical').status).toBe(0);
  expect(checked('failOn: never\n', '--fail-on', 'high').status).toBe(1);
  expect(rulesFound('profile: all\n')).not.toEqual(rulesFound('profile: all\n', '--profile', 'pss-baseline'));
});

test('severities change what a finding weighs', () => {
  expect(checked('profile: pss-baseline\n', '--fail-on', 'high').status).toBe(1);
  expect(checked('profile: pss-baseline\nseverities: { host-network: low }\n', '--fail-on', 'high').status).toBe(0);
});

test('the version decides which rules there are', () => {
  const sysctl = folder.write('sysctl.yaml', pod('a', '  securityContext:\n    sysctls: [{ name: net.ipv4.ip_local_reserved_ports, value: "1" }]\n'));
  const found = (version: string) => ran(['check', sysctl, '--config', folder.write('bulwark.yaml', `kubernetesVersion: "${version}"\n`)]).out.includes('unsafe-sysctl');
  expect([found('1.26'), found('1.27')]).toEqual([true, false]);
});

test('named registries are the only trusted ones', () => {
  expect(rulesFound('{}')).not.toContain('untrusted-registry');
  expect(rulesFound('registries: [registry.example.com]')).not.toContain('untrusted-registry');
  expect(rulesFound('registries: [registry.example.com/app]')).not.toContain('untrusted-registry');
  expect(rulesFound('registries: [REGISTRY.example.com]')).not.toContain('untrusted-registry');
  expect(rulesFound('registries: [registry.example.com/ap]')).toContain('untrusted-registry');
  expect(rulesFound('registries: [registry.example.co]')).toContain('untrusted-registry');
  expect(rulesFound('registries: []')).toContain('untrusted-registry');
});

describe('an acknowledgement', () => {
  const accepting = (...selectors: string[]) => `acknowledgements:\n  - rule: host-network\n    reason: node agent\n${selectors.map((line) => `    ${line}\n`).join('')}`;

  test('accepts a finding, with its reason', () => {
    const { findings, acknowledged } = judged(accepting('kind: Pod', 'namespace: shop', 'name: "a*"'));
    expect(findings.map(({ ruleId }: any) => ruleId)).not.toContain('host-network');
    expect(acknowledged).toEqual([expect.objectContaining({ ruleId: 'host-network', reason: 'node agent' })]);
  });

  test('that accepts nothing is a finding in its own file', () => {
    const { findings } = judged(accepting('namespace: elsewhere'));
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'unused-acknowledgement', file: `${folder.path}/bulwark.yaml`, line: 2, column: 5 }));
    expect(findings.map(({ ruleId }: any) => ruleId)).toContain('host-network');
  });

  test('is used if one of several files uses it', () => {
    const other = folder.write('other.yaml', pod('other'));
    expect(rulesFound(accepting(), other, '--each-file')).not.toContain('unused-acknowledgement');
  });

  test('holds on its last day, and brings the finding back on the next', () => {
    expect(rulesFound(accepting('expires: 2027-06-30'), '--today', '2027-06-30')).not.toContain('host-network');
    const { findings } = judged(accepting('expires: 2027-06-30'), '--today', '2027-07-01');
    expect(findings.find(({ ruleId }: any) => ruleId === 'host-network').message).toContain('accepted until 2027-06-30: node agent');
  });

  test('is judged today unless another day is given', () => {
    expect(rulesFound(accepting('expires: 2020-01-01'))).toContain('host-network');
    expect(rulesFound(accepting('expires: 9999-01-01'))).not.toContain('host-network');
  });
});

test('what a file holds cannot play tricks on the terminal', () => {
  const { err } = checked('"\\e[2Jprofil": all\n"\\u202Eprofile": all\n');
  expect(err).toMatch(/^[\n -~]+$/);
});
