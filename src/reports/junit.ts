import { describedRules } from './described-rules';
import { printable } from './printable';
import { location, resourceName, sourceLocation } from './wording';
import { AcknowledgedFinding, Finding } from '../findings/finding';
import { Report, RuleDescription } from '../findings/report';

/**
 * The report for CI servers: a suite for each rule, in it a failed case for each finding, a skipped one
 * for each acknowledged finding, or one that passed. What could not be judged is a suite of errors.
 */
export function junit(report: Report): string {
  const { errors } = report;
  const findings = byRule(report.findings);
  const acknowledged = byRule(report.acknowledged);
  const suites = [
    ...errors.length > 0 ? [suite('input', errors.map((error) => testCase('input', sourceLocation(error), element('error', 'input', error.message))))] : [],
    ...[...describedRules(report).values()].map((rule) => ruleSuite(rule, findings.get(rule.id) ?? [], acknowledged.get(rule.id) ?? [])),
  ];
  const totals = attributes({ name: 'bulwark', tests: sum(suites, 'tests'), failures: sum(suites, 'failures'), errors: sum(suites, 'errors') });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${suites.map((each) => each.xml).join('')}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

function ruleSuite(rule: RuleDescription, findings: readonly Finding[], acknowledged: readonly AcknowledgedFinding[]): Suite {
  const cases = [
    ...findings.map((finding) => testCase(rule.id, caseName(finding), element('failure', finding.severity, finding.message, failureText(rule, finding)))),
    ...acknowledged.map((finding) => testCase(rule.id, caseName(finding), element('skipped', undefined, acknowledgement(finding)))),
  ];
  return suite(rule.id, cases.length > 0 ? cases : [testCase(rule.id, rule.title, '')]);
}

function suite(name: string, cases: readonly string[]): Suite {
  const count = (tag: string) => cases.filter((each) => each.includes(`<${tag} `)).length;
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error') };
  return { ...counts, xml: `  <testsuite${attributes({ name, ...counts, skipped: count('skipped') })}>\n${cases.join('')}  </testsuite>\n` };
}

function testCase(classname: string, name: string, outcome: string): string {
  const start = `    <testcase${attributes({ name, classname })}`;
  return outcome === '' ? `${start}/>\n` : `${start}>\n      ${outcome}\n    </testcase>\n`;
}

function element(tag: string, type: string | undefined, message: string, lines: readonly string[] = []): string {
  const start = `<${tag}${attributes({ ...type === undefined ? {} : { type }, message })}`;
  return lines.length === 0 ? `${start}/>` : `${start}>${lines.map(xml).join('\n')}</${tag}>`;
}

function failureText(rule: RuleDescription, finding: Finding): string[] {
  return [`${finding.message}`, `at ${location(finding)}`, `field ${finding.path}`, `why: ${rule.why}`, `fix: ${rule.fix}`];
}

function caseName(finding: Finding): string {
  return `${resourceName(finding.resource)} at ${location(finding)}`;
}

function acknowledgement({ reason, expires, message }: AcknowledgedFinding): string {
  return `${message}; accepted: ${reason}${expires === undefined ? '' : ` (until ${expires})`}`;
}

function byRule<T extends Finding>(findings: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const finding of findings) {
    const same = found.get(finding.ruleId);
    if (same) { same.push(finding); } else { found.set(finding.ruleId, [finding]); }
  }
  return found;
}

function sum(suites: readonly Suite[], count: 'tests' | 'failures' | 'errors'): number {
  return suites.reduce((total, each) => total + each[count], 0);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values).map(([name, value]) => ` ${name}="${xml(String(value))}"`).join('');
}

/** XML has no form at all for most control characters, so they are spelled out. */
function xml(text: string): string {
  return printable(text).replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
