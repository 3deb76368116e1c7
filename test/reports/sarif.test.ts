import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { EMPTY, HOSTILE, SAMPLE, finding, hostile } from './sample';
import { Report } from '../../src/findings/report';
import { sarif } from '../../src/reports/sarif';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }) as never) as unknown as Ajv;
const isValid = ajv.compile(schema);

const validated = (report: Report) => {
  const log = JSON.parse(sarif(report));
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  return log.runs[0];
};
const fingerprints = (report: Report) => validated(report).results.map(({ partialFingerprints }: any) => partialFingerprints['bulwark/v1']);

describe('sarif', () => {
  const run = validated(SAMPLE);

  test('the judge refuses what is no SARIF', () => {
    const log = JSON.parse(sarif(SAMPLE));
    log.runs[0].results[0].level = 'critical';
    expect(isValid(log)).toBe(false);
  });

  test('a clean report is valid, and names every rule that judged', () => {
    expect(validated(EMPTY)).toMatchObject({ results: [], invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }] });
    expect(validated(EMPTY).tool.driver.rules.map(({ id }: any) => id)).toEqual(['privileged-container', 'host-network', 'memory-limit', 'owner']);
  });

  test('a result points to its rule, its line and its resource', () => {
    const [result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result).toMatchObject({
      ruleId: 'privileged-container',
      level: 'error',
      message: { text: 'Deployment shop/api: container "app" sets securityContext.privileged to true' },
      locations: [{
        physicalLocation: { artifactLocation: { uri: 'k8s/shop/api.yaml' }, region: { startLine: 34, startColumn: 13 } },
        logicalLocations: [{ name: 'Deployment shop/api', fullyQualifiedName: 'Deployment shop/api: spec.template.spec.containers[0].securityContext.privileged' }],
      }],
    });
  });

  test('a finding without a file has a logical location only, its construct included', () => {
    const [location] = run.results[4].locations;
    expect(location.physicalLocation).toBeUndefined();
    expect(location.logicalLocations[1]).toMatchObject({ name: 'shop/namespace', kind: 'construct' });
  });

  test('severities become levels and numbers', () => {
    expect(run.tool.driver.rules.map((rule: any) => [rule.defaultConfiguration.level, rule.properties['security-severity']])).toEqual([
      ['error', '9.5'], ['error', '8.0'], ['warning', '5.5'], ['note', '2.0'],
    ]);
  });

  test('a rule brings its help', () => {
    const [{ help }] = run.tool.driver.rules;
    expect(help.text).toContain('Fix: Remove securityContext.privileged, or set it to false.');
    expect(help.markdown).toContain('[CIS Kubernetes Benchmark 5.2.2](https://www.cisecurity.org/benchmark/kubernetes)');
  });

  test('an acknowledged finding is a suppressed result, and every other one says that it is not', () => {
    expect(run.results.map(({ suppressions }: any) => suppressions.length)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(run.results[5].suppressions[0]).toMatchObject({
      status: 'accepted', justification: 'the CNI configures the network of the node, SEC-412 (expires 2027-06-30)',
    });
  });

  test('what could not be judged makes the run unsuccessful', () => {
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      { level: 'error', message: { text: 'duplicate key "kind"' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'k8s/broken.yaml' }, region: { startLine: 3 } } }] },
      { level: 'error', message: { text: 'no such file or directory' } },
    ]);
  });

  test('a fingerprint survives a move to another line and tells everything else apart', () => {
    const report = (changes: object) => ({ ...EMPTY, findings: [finding(), finding(changes)] });
    const [same, moved] = [fingerprints({ ...EMPTY, findings: [finding()] })[0], fingerprints({ ...EMPTY, findings: [finding({ line: 99, column: 1 })] })[0]];
    expect(moved).toBe(same);
    const others = [
      { ruleId: 'owner' }, { file: 'other.yaml' }, { path: 'spec.other' }, { resource: { ...finding().resource, namespace: 'other' } },
      { resource: { ...finding().resource, name: 'other' } }, { resource: { ...finding().resource, kind: 'Other' } }, {},
    ];
    for (const changes of others) {
      const [one, other] = fingerprints(report(changes));
      expect(one).not.toBe(other);
    }
  });

  test.each([
    ['./k8s/a b.yaml', 'k8s/a%20b.yaml'],
    ['../k8s/a.yaml', '../k8s/a.yaml'],
    ['/srv/ä#?.yaml', 'file:///srv/%C3%A4%23%3F.yaml'],
    ['C:\\k8s\\a.yaml', 'file:///C:/k8s/a.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['-', '-'],
  ])('the path %s is the URI %s', (file, uri) => {
    expect(validated({ ...EMPTY, findings: [finding({ file })] }).results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test.each(HOSTILE)('%j gives valid SARIF', (name) => {
    expect(validated(hostile(name)).results).toHaveLength(2);
  });

  test('a finding of a rule that was not described is there all the same', () => {
    expect(validated({ ...SAMPLE, rules: [] }).results).toHaveLength(6);
  });
});
