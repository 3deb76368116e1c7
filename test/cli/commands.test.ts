import { writeFileSync } from 'node:fs';
import { Folder, PRIVILEGED, pod, ran } from './bulwark';
import { readManifests } from '../../src/manifests/read-manifests';
import { catalogue } from '../../src/rules/catalogue';
import { TOOLS } from '../../src/standards/tools';

const folder = new Folder();
afterAll(() => folder.remove());

describe('check', () => {
  test.each([['low', 1], ['medium', 1], ['high', 1], ['critical', 0], ['never', 0]])('with the threshold %s ends with %i where the worst finding is high', (threshold, status) => {
    expect(ran(['check', folder.write('high.yaml', pod('a', PRIVILEGED)), '--profile', 'pss-baseline', '--fail-on', threshold]).status).toBe(status);
  });

  test('even with the threshold never, what cannot be judged ends with 2', () => {
    expect(ran(['check', folder.write('broken.yaml', 'kind: ['), '--fail-on', 'never']).status).toBe(2);
  });

  const REFERENCE = '  volumes: [{ name: settings, configMap: { name: settings } }]\n';
  const SETTINGS = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\n';

  test('judges files together, and one by one when asked', () => {
    const account = folder.write('account.yaml', 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: robot, namespace: shop }\n');
    const user = folder.write('user.yaml', pod('user', '  serviceAccountName: robot\n'));
    const found = (...more: string[]) => JSON.parse(ran(['check', account, user, '--profile', 'all', '--format', 'json', ...more]).out);
    const ids = (report: any) => report.findings.map(({ ruleId }: any) => ruleId);
    expect(ids(found())).not.toContain('dangling-service-account');
    expect(ids(found('--each-file'))).toContain('dangling-service-account');
    expect(found('--each-file').summary.resources).toBe(2);
  });

  test('keeps the documents of one file together when it judges one by one', () => {
    const file = folder.write('both.yaml', `${SETTINGS}---\n${pod('user', REFERENCE)}`);
    const together = ran(['check', file, '--profile', 'all']).out;
    expect(ran(['check', file, '--profile', 'all', '--each-file']).out).toBe(together);
  });

  test('writes the report into a file, without colour, and says on standard error how it went', () => {
    const report = `${folder.path}/report.txt`;
    const { out, err } = ran(['check', folder.write('high.yaml', pod('a', PRIVILEGED)), '--profile', 'pss-baseline', '--output', report], { hasColour: true });
    expect({ out, err }).toEqual({ out: '', err: `bulwark: 1 finding (1 high), see ${report}\n` });
    expect(folder.read('report.txt')).toContain('host-network');
    expect(folder.read('report.txt')).not.toContain('\u001b');
  });

  test('names on standard error what could not be judged, where the report is not for people', () => {
    const broken = folder.write('broken.yaml', 'kind: Pod\nmetadata: {name: a\n');
    expect(ran(['check', broken, '--format', 'sarif']).err).toMatch(/^bulwark: .*broken\.yaml:\d+:\d+: .+\n$/);
  });

  test('shows colour where there is a terminal', () => {
    expect(ran(['check', folder.write('high.yaml', pod('a', PRIVILEGED))], { hasColour: true }).out).toContain('\u001b[');
  });

  test('says what it passed over, but not its own files', () => {
    const inner = new Folder();
    inner.write('app.yaml', pod('a'));
    inner.write('values.yaml', 'replicas: 3\n');
    inner.write('known.json', '{"version":1,"findings":[]}');
    const { err } = ran(['check', inner.path, '--fail-on', 'never', '--config', inner.write('bulwark.yaml', '{}'), '--baseline', `${inner.path}/known.json`]);
    inner.remove();
    expect(err.split('\n').filter((line) => line.includes('passed over'))).toEqual([
      `bulwark: passed over, because nothing in them is meant for a cluster: ${inner.path}/values.yaml`,
    ]);
  });
});

describe('rules', () => {
  test('are listed for programs as the contract says', () => {
    const rules = JSON.parse(ran(['rules', '--format', 'json']).out);
    expect(rules.map(({ id }: any) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual(['id', 'title', 'severity', 'domain', 'scope', 'default', 'admission', 'standards', 'equivalents']);
      expect(Object.keys(rule.equivalents)).toEqual(TOOLS);
    }
    expect(rules.find(({ id }: any) => id === 'privileged-container')).toMatchObject({
      severity: 'critical', scope: 'object', default: true, admission: true, equivalents: { kubesec: ['Privileged'], trivy: ['KSV-0017'], pss: ['baseline:privileged'] },
    });
  });

  test('are listed for people, one a line', () => {
    const { status, out } = ran(['rules']);
    expect(status).toBe(0);
    expect(out.split('\n').filter((line) => /^[a-z-]+ +(low|medium|high|critical) /.test(line))).toHaveLength(catalogue.length);
  });

  test('can be those of one profile', () => {
    const baseline = JSON.parse(ran(['rules', '--format', 'json', '--profile', 'pss-baseline']).out);
    expect(baseline.length).toBeGreaterThan(5);
    expect(baseline.length).toBeLessThan(catalogue.length);
  });
});

describe('explain', () => {
  test.each(catalogue.map((rule) => [rule.id, rule] as const))('says everything about %s', (id, rule) => {
    const { status, out } = ran(['explain', id]);
    const words = out.replace(/\s+/g, ' ');
    expect(status).toBe(0);
    for (const text of [rule.title, rule.why, rule.fix, ...rule.standards.map((each) => each.id), ...Object.values(rule.equivalents).flat()]) {
      expect(words).toContain(text.replace(/\s+/g, ' '));
    }
  });

  test.each([
    ['privileged-containr', 'did you mean "privileged-container"'],
    ['KSV-0017', 'did you mean privileged-container (what trivy calls KSV-0017)?'],
    ['xyzzyxyzzy', '"bulwark rules" lists them'],
  ])('does not know %s, and helps', (id, help) => {
    const { status, out, err } = ran(['explain', id]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(help);
  });
});

describe('admission', () => {
  const objectsIn = (yaml: string): any[] => {
    const file = folder.write('policies.yaml', yaml);
    const { objects, errors } = readManifests([file]);
    expect(errors).toEqual([]);
    return objects.map(({ object }) => object);
  };

  test('prints policies and their bindings, as YAML that reads back the same', () => {
    const { status, out } = ran(['admission']);
    expect(status).toBe(0);
    const objects = objectsIn(out);
    const policies = objects.filter(({ kind }) => kind === 'ValidatingAdmissionPolicy');
    expect(policies.map(({ metadata }) => metadata.name)).toContain('bulwark-privileged-container');
    expect(objects).toHaveLength(2 * policies.length);
    for (const { spec } of policies) {
      for (const { expression, message } of spec.validations) { expect([typeof expression, typeof message]).toEqual(['string', 'string']); }
    }
  });

  test('only of a profile, with other actions and other exemptions', () => {
    const objects = objectsIn(ran(['admission', '--profile', 'pss-baseline', '--validation-actions', 'Warn,Audit', '--exempt-namespaces', 'kube-system,cni']).out);
    const [{ spec }] = objects.filter(({ kind }) => kind === 'ValidatingAdmissionPolicyBinding');
    expect(spec.validationActions).toEqual(['Warn', 'Audit']);
    expect(spec.matchResources.namespaceSelector.matchExpressions[0].values).toEqual(['kube-system', 'cni']);
    expect(objects.length).toBeLessThan(objectsIn(ran(['admission']).out).length);
  });

  test.each([
    [['--kubernetes-version', '1.29'], 'needs Kubernetes 1.30 or later'],
    [['--validation-actions', 'deny'], '"deny" is none; there are Deny, Warn, Audit'],
    [['--validation-actions', 'Deny,Warn'], 'Deny and Warn exclude each other'],
    [['--validation-actions', 'Audit,Audit'], 'one is given twice'],
    [['--validation-actions', ','], 'none is given'],
  ])('refuses %j', (options, problem) => {
    const { status, out, err } = ran(['admission', ...options]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(problem);
  });

  test('writes into a file when asked', () => {
    const { out } = ran(['admission']);
    expect(ran(['admission', '--output', `${folder.path}/out.yaml`]).out).toBe('');
    expect(folder.read('out.yaml')).toBe(out);
  });
});

describe('help', () => {
  test.each([[], ['check'], ['rules'], ['explain'], ['admission'], ['completion']].map((words) => [words.join(' '), words] as const))('of "%s" fits a screen', (_, words) => {
    const { status, out } = ran([...words, '--help']);
    expect(status).toBe(0);
    const lines = out.split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});

test('an error that nobody expected is no pass, and says where', () => {
  const file = folder.write('any.yaml', pod('a'));
  jest.spyOn(Map.prototype, 'set').mockImplementationOnce(() => { throw new Error('out of order'); });
  const { status, err } = ran(['check', file]);
  jest.restoreAllMocks();
  expect(status).toBe(2);
  expect(err).toMatch(/^bulwark: internal error: Error: out of order\n {4}at /);
});

test('a baseline beside the manifests is not taken for one', () => {
  const inner = new Folder();
  inner.write('app.yaml', pod('a'));
  const baseline = `${inner.path}/known.json`;
  ran(['check', inner.path, '--write-baseline', baseline]);
  writeFileSync(`${inner.path}/again.yaml`, pod('b'));
  const { status, err } = ran(['check', inner.path, '--baseline', baseline]);
  inner.remove();
  expect(status).toBe(1);
  expect(err).not.toContain('passed over');
});
