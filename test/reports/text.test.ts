import { EMPTY, HOSTILE, RULES, SAMPLE, finding, hostile } from './sample';
import { Severity } from '../../src/findings/severity';
import { text } from '../../src/reports/text';

const lines = text(SAMPLE).split('\n');
const summaryOf = (output: string) => output.slice(output.lastIndexOf('Summary'));

describe('text', () => {
  test('a finding is one line with severity, place to click on, message and rule', () => {
    expect(lines).toContain('    critical  k8s/shop/api.yaml:34:13  container "app" sets securityContext.privileged to true  privileged-container');
  });

  test('findings stand under their file and object, worst first', () => {
    const start = lines.indexOf('k8s/shop/api.yaml');
    expect(lines.slice(start, start + 6).map((line) => line.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual([
      'k8s/shop/api.yaml', 'Deployment shop/api', 'critical k8s/shop/api.yaml:34:13', 'high k8s/shop/api.yaml:22:7', 'medium k8s/shop/api.yaml:30:11', '',
    ]);
  });

  test('an object without a file shows its construct and the field', () => {
    expect(lines).toContain('  Namespace shop (construct shop/namespace)');
    expect(lines).toContain('    low       metadata.labels  has no label "owner"  owner');
  });

  test('why and fix stand once for each rule, however many findings it has', () => {
    expect(lines.filter((line) => line.includes('The pod shares the network of the node.'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('Remove hostNetwork.'))).toHaveLength(1);
    expect(lines).toContain('  high      host-network: Host network (2)');
  });

  test('a rule without findings is not explained', () => {
    expect(text({ ...SAMPLE, findings: [finding()] })).not.toContain('The pod shares');
  });

  test('accepted risks show their reason and end', () => {
    expect(text(SAMPLE)).toContain('Reason  the CNI configures the network of the node, SEC-412, until 2027-06-30');
  });

  test('what was not judged shows where and why, and the summary says so', () => {
    expect(lines).toContain('  error  k8s/broken.yaml:3:1  duplicate key "kind"');
    expect(lines).toContain('  error  k8s/gone  no such file or directory');
    expect(summaryOf(text(SAMPLE))).toContain('2 errors: not everything could be judged');
  });

  test('the summary counts findings, objects and severities', () => {
    const summary = summaryOf(text(SAMPLE));
    expect(summary).toContain('5 findings in 3 resources: 20 resources judged by 4 rules');
    expect(summary).toMatch(/ 1 critical\n +2 high\n +1 medium\n +1 low\n/);
    expect(summary).toMatch(/Most frequent rules\n +2 host-network\n/);
  });

  test('the summary of any report fits on a screen', () => {
    const many = Array.from({ length: 500 }, (_, at) => finding({ ruleId: `rule-${at}`, severity: Object.values(Severity)[at % 4], file: `f${at}.yaml` }));
    expect(summaryOf(text({ ...SAMPLE, findings: many })).trimEnd().split('\n').length).toBeLessThanOrEqual(22);
  });

  test('a clean report says that nothing was found and how much was judged', () => {
    expect(text(EMPTY)).toBe('Summary\n  no findings: 20 resources judged by 4 rules\n');
  });

  test('a finding of a rule that was not described is shown all the same', () => {
    expect(text({ ...EMPTY, rules: [], findings: [finding()] })).toContain('privileged-container');
  });

  test('long explanations are broken between words', () => {
    const why = 'word '.repeat(60).trim();
    const output = text({ ...EMPTY, findings: [finding()], rules: [{ ...RULES[0], why }] });
    expect(Math.max(...output.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
    expect(output.match(/word/g)).toHaveLength(60);
  });

  test('colour is there only on request, and changes nothing else', () => {
    const coloured = text(SAMPLE, { colour: true });
    expect(coloured).toContain('\u001b[1;31mcritical\u001b[0m');
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(text(SAMPLE));
  });

  test.each(HOSTILE)('%j reaches the terminal without control characters', (name) => {
    const output = text(hostile(name));
    expect(output.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(output.split('\n').filter((line) => line.startsWith('    critical  dir/') && line.endsWith('  privileged-container'))).toHaveLength(1);
  });
});
