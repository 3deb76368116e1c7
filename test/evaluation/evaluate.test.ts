import { Analysis } from '../../src/analysis/application';
import { ConfiguredAcknowledgement } from '../../src/evaluation/acknowledgement';
import { EvaluationOptions, evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { Report } from '../../src/findings/report';
import { Severity } from '../../src/findings/severity';
import { ManifestObject } from '../../src/kubernetes/manifest-object';
import { KubernetesObject } from '../../src/kubernetes/object';
import { malformedAcknowledgement } from '../../src/rules/acknowledgement/malformed-acknowledgement';
import { unusedAcknowledgement } from '../../src/rules/acknowledgement/unused-acknowledgement';
import { Check, fault, inApplication, perContainer, perObject, perPod } from '../../src/rules/check';
import { Rule, RuleDefinition, rule } from '../../src/rules/rule';

const define = (id: string, check: RuleDefinition['check'], more: Partial<RuleDefinition> = {}): Rule => rule({
  id, title: 'A weakness', severity: Severity.HIGH, domain: 'test', why: 'Because.', fix: 'Mend it.', check, ...more,
});

const privileged = define('privileged', perContainer(({ spec }) => (spec.privileged ? fault('privileged', 'is privileged') : undefined)));
const shared = define('shared', perPod(({ spec }) => (spec.hostPID ? fault('spec.hostPID', 'shares processes') : undefined)), { severity: Severity.LOW });
const lonely = define('lonely', inApplication(['Service'], (_, { objects }) => (objects.length === 1 ? fault('metadata.name', 'is alone') : undefined)));

const at = (object: object, file = 'app.yaml'): ManifestObject => ({
  object: object as KubernetesObject, file, position: (path) => ({ line: path === '' ? 1 : path.length, column: 3 }),
});

const pod = (annotations: object = {}, spec: object = { hostPID: true, containers: [{ name: 'app', privileged: true }, { name: 'proxy', privileged: true }] }) => (
  at({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', annotations }, spec }));

const EVERY = [privileged, shared, unusedAcknowledgement, malformedAcknowledgement];
const judge = (objects: ManifestObject[], rules: Rule[] = EVERY, options: EvaluationOptions = {}): Report => evaluate(objects, rules, options);

const lines = ({ findings }: Report) => findings.map(({ ruleId, message }) => `${ruleId}: ${message}`);

describe('a finding', () => {
  test('says which rule, what, where and about which object', () => {
    expect(judge([{ ...pod(), construct: 'app/web' }], [shared]).findings).toEqual([{
      ruleId: 'shared',
      severity: 'low',
      message: 'pod shares processes',
      path: 'spec.hostPID',
      resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' },
      file: 'app.yaml',
      line: 12,
      column: 3,
      construct: 'app/web',
    }]);
  });

  test('about an object without a namespace names none', () => {
    const { resource } = judge([at({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } })], [lonely]).findings[0];
    expect(resource).toEqual({ apiVersion: 'v1', kind: 'Service', name: 'web' });
  });

  test('comes after worse ones, then by file, line and rule', () => {
    const other = define('a-rule', privileged.checks[0].check);
    const report = judge([{ ...pod(), file: 'z.yaml' }, pod()], [shared, privileged, other]);
    expect(report.findings.map(({ severity, file, path, ruleId }) => [severity, file, ruleId, path.slice(5, 18)].join(' '))).toEqual([
      'high app.yaml a-rule containers[0]', 'high app.yaml a-rule containers[1]', 'high app.yaml privileged containers[0]', 'high app.yaml privileged containers[1]',
      'high z.yaml a-rule containers[0]', 'high z.yaml a-rule containers[1]', 'high z.yaml privileged containers[0]', 'high z.yaml privileged containers[1]',
      'low app.yaml shared hostPID', 'low z.yaml shared hostPID',
    ]);
  });

  test('has the severity that the configuration gives its rule', () => {
    expect(judge([pod()], [shared], { severities: { shared: Severity.CRITICAL, toString: Severity.LOW } }).findings[0].severity).toBe('critical');
    expect(judge([pod()], [shared], { severities: { shared: Severity.CRITICAL } }).rules[0].severity).toBe('critical');
  });
});

describe('the rules that judge', () => {
  const optional = define('optional', shared.checks[0].check, { default: false });

  test('are those of the default profile, unless another is chosen', () => {
    expect(judge([pod()], [shared, optional]).rules.map(({ id }) => id)).toEqual(['shared']);
    expect(judge([pod()], [shared, optional], { profile: PROFILES.all }).rules.map(({ id }) => id)).toEqual(['shared', 'optional']);
  });

  test('are asked about the kinds that they are about', () => {
    const seen: string[] = [];
    const note = (check: Check): Check => ({ ...check, run: (object, application) => { seen.push(object.kind); return check.run(object, application); } });
    judge([pod(), at({ apiVersion: 'v1', kind: 'Service' }), at({ apiVersion: 'v1', kind: 'ConfigMap' })], [define('services', note(perObject(['Service'], () => undefined)))]);
    expect(seen).toEqual(['Service']);
    judge([pod(), at({ apiVersion: 'v1', kind: 'Service' })], [define('every', note(perObject('any', () => undefined)))]);
    expect(seen).toEqual(['Service', 'Pod', 'Service']);
  });

  test('follow the version of Kubernetes', () => {
    const versioned = define('versioned', {
      '1.35': perPod(() => fault('spec', 'is judged as in 1.35')),
      '1.30': perPod(() => fault('spec', 'is judged as in 1.30')),
    });
    const message = (kubernetesVersion?: number) => lines(judge([pod()], [versioned], { kubernetesVersion }));
    expect([29, 30, 34, 35, undefined].map(message)).toEqual([
      [], ['versioned: pod is judged as in 1.30'], ['versioned: pod is judged as in 1.30'], ['versioned: pod is judged as in 1.35'], ['versioned: pod is judged as in 1.35'],
    ]);
    expect(judge([pod()], [versioned], { kubernetesVersion: 29 }).rules).toEqual([]);
  });

  test('see all objects and report on one', () => {
    const service = at({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } });
    expect(lines(judge([service], [lonely]))).toEqual(['lonely: Service "web" is alone']);
    expect(lines(judge([service, pod()], [lonely]))).toEqual([]);
  });
});

describe('what cannot be judged', () => {
  test('is an error where a rule fails, and the other rules judge all the same', () => {
    const broken = define('broken', perPod(() => { throw new TypeError('no such thing'); }));
    const report = judge([pod()], [broken, shared]);
    expect(report.errors).toEqual([{ file: 'app.yaml', line: 1, column: 3, message: 'Pod "web": rule broken failed: TypeError: no such thing' }]);
    expect(lines(report)).toEqual(['shared: pod shares processes']);
  });

  test.each([
    ['metadata', { kind: 'Pod', metadata: 'web' }, 'metadata is the string web, but must be a map'],
    ['annotations', { kind: 'Service', metadata: { annotations: ['a'] } }, 'metadata.annotations is a list, but must be a map'],
    ['spec', { kind: 'Pod', spec: 7 }, 'spec is the number 7, but must be a map'],
    ['template', { kind: 'Deployment', spec: { template: [] } }, 'spec.template is a list, but must be a map'],
    ['spec of the pod', { kind: 'CronJob', spec: { jobTemplate: { spec: { template: { spec: true } } } } }, 'spec.jobTemplate.spec.template.spec is the boolean true, but must be a map'],
    ['list of containers', { kind: 'Pod', spec: { containers: { name: 'app' } } }, 'spec.containers is a map, but must be a list'],
    ['container', { kind: 'Deployment', spec: { template: { spec: { initContainers: [{ name: 'a' }, null] } } } }, 'spec.template.spec.initContainers[1] is empty, but must be a map'],
  ])('is an error where the %s is of another type', (_, object, problem) => {
    const report = judge([at({ apiVersion: 'v1', ...object })], []);
    expect(report.errors.map(({ message }) => message)).toEqual([`${object.kind} "": ${problem}`]);
  });

  test('is no error where a field is absent or empty', () => {
    expect(judge([at({ apiVersion: 'v1', kind: 'Pod' }), at({ kind: 'Deployment', metadata: null, spec: { template: { spec: { containers: null } } } })], [privileged]).errors).toEqual([]);
  });

  test('has no line where there is no file', () => {
    const orphan: ManifestObject = { ...at({ apiVersion: 'v1', kind: 'Pod', spec: 7 }, ''), position: () => ({ line: 0, column: 0 }) };
    expect(judge([orphan], []).errors[0]).not.toHaveProperty('line');
  });
});

describe('an acknowledgement', () => {
  const annotated = (value: unknown, name = 'acknowledge.cdk8s-bulwark/shared') => pod({ [name]: value });

  test('on the object accepts every finding of its rule, and no other', () => {
    const report = judge([annotated('debugs its neighbours, SEC-7')]);
    expect(report.acknowledged.map(({ ruleId, reason, expires }) => ({ ruleId, reason, expires }))).toEqual([{ ruleId: 'shared', reason: 'debugs its neighbours, SEC-7' }]);
    expect(report.acknowledged[0]).not.toHaveProperty('expires');
    expect(lines(report)).toEqual(['privileged: container "app" is privileged', 'privileged: container "proxy" is privileged']);
  });

  test('on the pod template counts as well', () => {
    const template = { metadata: { annotations: { 'acknowledge.cdk8s-bulwark/shared': 'needs it' } }, spec: { hostPID: true } };
    const report = judge([at({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template } })]);
    expect(lines(report)).toEqual([]);
    expect(report.acknowledged).toHaveLength(1);
  });

  test('of one container leaves the others', () => {
    const report = judge([annotated('needs it', 'app.acknowledge.cdk8s-bulwark/privileged')], [privileged, unusedAcknowledgement]);
    expect(report.acknowledged.map(({ message }) => message)).toEqual(['container "app" is privileged']);
    expect(lines(report)).toEqual(['privileged: container "proxy" is privileged']);
  });

  test('holds to the end of its last day, and then brings the finding back', () => {
    const on = (today?: string) => judge([annotated('until the agent is gone ; expires 2027-01-31')], [shared, unusedAcknowledgement], { today });
    expect(on('2027-01-31').acknowledged).toMatchObject([{ reason: 'until the agent is gone', expires: '2027-01-31' }]);
    expect(on().acknowledged).toHaveLength(1);
    expect(lines(on('2027-02-01'))).toEqual(['shared: pod shares processes (accepted until 2027-01-31: until the agent is gone)']);
    expect(on('2027-02-01').acknowledged).toEqual([]);
  });

  test.each([
    ['', 'it gives no reason'],
    ['   ', 'it gives no reason'],
    ['; expires 2027-01-31', 'it gives no reason'],
    ['because; expires 2027-02-30', 'it expires on "2027-02-30", which is no day written as YYYY-MM-DD'],
    ['because; expires 2027-01-31 or so', 'it expires on "2027-01-31 or so", which is no day written as YYYY-MM-DD'],
    ['because; expires on 2027-01-31', 'it expires on "on 2027-01-31", which is no day written as YYYY-MM-DD'],
    ['because; expires', 'it expires on "", which is no day written as YYYY-MM-DD'],
    [true, 'its value is not text'],
  ])('written as %j accepts nothing', (value, problem) => {
    const report = judge([annotated(value)], [shared, malformedAcknowledgement, unusedAcknowledgement]);
    expect(report.acknowledged).toEqual([]);
    expect(lines(report)).toEqual([`malformed-acknowledgement: acknowledgement of "shared" cannot be read: ${problem}`, 'shared: pod shares processes']);
  });

  test('that accepts nothing is a finding, whatever the profile', () => {
    const harmless = pod({ 'acknowledge.cdk8s-bulwark/shared': 'was needed' }, {});
    expect(lines(judge([harmless], [shared, unusedAcknowledgement], { profile: ({ id }) => id === 'shared' })))
      .toEqual(['unused-acknowledgement: acknowledgement of "shared" accepts nothing that was found']);
  });

  test('of a rule that does not judge here is left alone', () => {
    expect(lines(judge([annotated('needs it')], [shared, unusedAcknowledgement], { profile: () => false }))).toEqual([]);
  });

  test('of a rule that does not exist is a finding', () => {
    expect(lines(judge([pod({ 'acknowledge.cdk8s-bulwark/shraed': 'typo' }, {})]))).toEqual(['unused-acknowledgement: acknowledgement of "shraed" names no rule']);
  });

  test('of the same finding twice is used twice', () => {
    const twice = pod({ 'acknowledge.cdk8s-bulwark/privileged': 'all of them', 'app.acknowledge.cdk8s-bulwark/privileged': 'this one' });
    expect(lines(judge([twice], [privileged, unusedAcknowledgement]))).toEqual([]);
  });
});

test('an annotation that only looks like an acknowledgement is none', () => {
  const names = ['acknowledge.cdk8s-bulwarks/shared', 'example.com/acknowledge.cdk8s-bulwark', 'a/b.acknowledge.cdk8s-bulwark/shared', 'xacknowledge.cdk8s-bulwark/shared'];
  const report = judge([pod(Object.fromEntries(names.map((name) => [name, 'a reason'])), { hostPID: true })]);
  expect(lines(report)).toEqual(['shared: pod shares processes']);
});

describe('an acknowledgement from outside', () => {
  const configured = (more: Partial<ConfiguredAcknowledgement>): EvaluationOptions => ({
    acknowledgements: [{ rule: 'shared', reason: 'not ours to edit', file: 'bulwark.yaml', line: 4, column: 5, ...more }],
  });
  const accepted = (more: Partial<ConfiguredAcknowledgement>, rules = [shared]) => judge([pod()], rules, configured(more)).acknowledged.length;

  test.each([
    [{}, 1],
    [{ kind: 'Pod', namespace: 'shop', name: 'web' }, 1],
    [{ kind: 'Deployment' }, 0],
    [{ namespace: 'other' }, 0],
    [{ name: 'w*' }, 1],
    [{ name: '*e*' }, 1],
    [{ name: 'w*e*b' }, 1],
    [{ name: 'we*eb' }, 0],
    [{ name: 'web*b' }, 0],
    [{ name: 'WEB' }, 0],
    [{ name: '*' }, 1],
    [{ name: '*x*' }, 0],
    [{ name: 'web*' }, 1],
    [{ name: '*web' }, 1],
    [{ name: 'we*eb*' }, 0],
    [{ name: '**' }, 1],
    [{ name: '*w*b*e*' }, 0],
    [{ name: 'we' }, 0],
    [{ name: 'x*' }, 0],
    [{ name: '*x' }, 0],
    [{ name: 'w*b*b' }, 0],
    [{ name: 'w*w*b' }, 0],
    [{ rule: 'privileged' }, 0],
    [{ container: 'app' }, 0],
  ])('with %j accepts %d findings', (more, count) => {
    expect(accepted(more)).toBe(count);
  });

  test('may be about one container', () => {
    expect(accepted({ rule: 'privileged', container: 'app' }, [privileged])).toBe(1);
    expect(accepted({ rule: 'privileged' }, [privileged])).toBe(2);
  });

  test('that accepts nothing is a finding in its own file', () => {
    const report = judge([pod()], [shared, unusedAcknowledgement], configured({ kind: 'Job' }));
    expect(report.findings).toContainEqual({
      ruleId: 'unused-acknowledgement',
      severity: 'low',
      message: 'acknowledgement of "shared" accepts nothing that was found',
      path: '',
      resource: { apiVersion: 'cdk8s-bulwark', kind: 'Acknowledgement', name: 'shared' },
      file: 'bulwark.yaml',
      line: 4,
      column: 5,
    });
  });

  test('that has expired is no help, but another that holds is', () => {
    const options = (acknowledgements: Partial<ConfiguredAcknowledgement>[]): EvaluationOptions => ({
      today: '2027-02-01', acknowledgements: acknowledgements.flatMap((each) => configured(each).acknowledgements!),
    });
    expect(judge([pod()], [shared], options([{ expires: '2027-01-31' }])).acknowledged).toHaveLength(0);
    expect(judge([pod()], [shared], options([{ expires: '2027-01-31' }, { name: 'web' }])).acknowledged).toHaveLength(1);
    expect(judge([pod()], [shared], options([{ name: 'web' }, { expires: '2027-01-31' }])).acknowledged).toHaveLength(1);
  });
});

describe('profiles', () => {
  const pss = define('pss', perPod(() => undefined), { equivalents: { pss: ['restricted:runAsUser'] }, default: false });
  const cis = define('cis', perPod(() => undefined), { standards: [{ standard: 'CIS Kubernetes Benchmark', id: '5.2.2', title: '', url: '' }] });

  test.each([
    ['default', ['cis']], ['all', ['pss', 'cis']], ['pss-baseline', []], ['pss-restricted', ['pss']], ['cis', ['cis']], ['nsa', []], ['owasp', []],
  ])('%s is computed from what rules say', (name, ids) => {
    expect([pss, cis].filter(PROFILES[name]).map(({ id }) => id)).toEqual(ids);
  });
});

test('the report counts objects and describes the rules, in plain data', () => {
  const report = judge([pod(), pod()], [shared]);
  expect(report.resources).toBe(2);
  expect(report.rules).toEqual([{ id: 'shared', title: 'A weakness', severity: 'low', domain: 'test', why: 'Because.', fix: 'Mend it.', standards: [], equivalents: {} }]);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('a fact about all objects is computed once, however many ask', () => {
  let computed = 0;
  const count: Analysis<number> = ({ objects }) => { computed += 1; return objects.length; };
  const asking = define('asking', inApplication('any', (_, application) => fault('kind', `is one of ${application.fact(count)}`)));
  expect(lines(judge([pod(), pod(), pod()], [asking, asking]))).toEqual(Array(6).fill('asking: Pod "web" is one of 3'));
  expect(computed).toBe(1);
});

test('a rule is asked once about each object', () => {
  const asked: KubernetesObject[] = [];
  const noting = define('noting', perObject('any', (object) => { asked.push(object); return undefined; }));
  const objects = [pod(), pod()];
  judge(objects, [noting]);
  expect(asked).toEqual(objects.map(({ object }) => object));
});
