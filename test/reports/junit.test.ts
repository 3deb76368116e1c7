import { readFileSync } from 'fs';
import { join } from 'path';
import { validateXML } from 'xmllint-wasm';
import { EMPTY, HOSTILE, SAMPLE, hostile } from './sample';
import { Report } from '../../src/findings/report';
import { junit } from '../../src/reports/junit';

const page = junit(SAMPLE);
const suite = (name: string) => new RegExp(`<testsuite name="${name}"[\\s\\S]*?</testsuite>`).exec(page)![0];

const schema = readFileSync(join(__dirname, 'schemas', 'junit.xsd'), 'utf8');
const validate = (contents: string) => validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [schema] });

describe('junit', () => {
  test.each<[string, Report]>([
    ['a full report', SAMPLE], ['a clean report', EMPTY], ...HOSTILE.map((name): [string, Report] => [JSON.stringify(name), hostile(name)]),
  ])('%s is valid by the schema', async (_, report) => {
    const { errors, valid } = await validate(junit(report));
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
  });

  test('the judge refuses what is no report', async () => {
    expect((await validate(page.replace('classname=', 'class='))).valid).toBe(false);
    expect((await validate(page.replace('</testsuites>', ''))).valid).toBe(false);
  });

  test('totals count findings as failures and unjudged input as errors', () => {
    expect(page).toContain('<testsuites name="bulwark" tests="8" failures="5" errors="2">');
  });

  test('a rule is a suite, a finding a failed case with place, why and fix', () => {
    expect(suite('privileged-container')).toContain('tests="1" failures="1" errors="0" skipped="0"');
    expect(suite('privileged-container')).toContain('<testcase name="Deployment shop/api at k8s/shop/api.yaml:34:13" classname="privileged-container">');
    expect(suite('privileged-container')).toContain('fix: Remove securityContext.privileged, or set it to false.');
  });

  test('an acknowledged finding is a skipped case with the reason', () => {
    expect(suite('host-network')).toContain('tests="3" failures="2" errors="0" skipped="1"');
    expect(suite('host-network')).toContain('accepted: the CNI configures the network of the node, SEC-412 (until 2027-06-30)');
  });

  test('what could not be judged is a case with an error', () => {
    expect(suite('input')).toContain('<testcase name="k8s/broken.yaml:3:1" classname="input">\n      <error type="input" message="duplicate key &quot;kind&quot;"/>');
  });

  test('a rule without findings is a case that passed', () => {
    expect(junit(EMPTY).match(/<testcase [^>]*\/>/g)).toHaveLength(4);
    expect(junit(EMPTY)).not.toContain('failure ');
  });

  test('a finding of a rule that was not described is there all the same', () => {
    expect(junit({ ...SAMPLE, rules: [] })).toContain('failures="5"');
  });

  test.each(HOSTILE)('%j makes no markup and no character that XML forbids', (name) => {
    const output = junit(hostile(name));
    expect(output).not.toMatch(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    expect(output.replace(/"[^"<]*"/g, '""').match(/<\/?[a-z]+/g)).toEqual(junit(hostile('harmless')).replace(/"[^"<]*"/g, '""').match(/<\/?[a-z]+/g));
  });
});
