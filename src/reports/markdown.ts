import { describedRules } from './described-rules';
import { printable } from './printable';
import { SEVERITIES, countBySeverity, inWords, severitiesInWords } from './summary';
import { location, resourceName, sourceLocation } from './wording';
import { AcknowledgedFinding, Finding } from '../findings/finding';
import { Report, RuleDescription } from '../findings/report';

/** A comment on GitHub holds 65,536 characters. So far the page may be filled by each part; the rest is for whoever wraps it. */
const ROOM = { errors: 15_000, findings: 42_000, acknowledged: 48_000, explanations: 60_000 };

/** The report for a pull request. What does not fit a comment is counted, not silently left out. */
export function markdown(report: Report): string {
  const { findings, acknowledged, errors } = report;
  const page = new Page();
  page.add(heading(report));
  page.addTable('Not judged', ['Where', 'Why'], errors, (error) => [code(sourceLocation(error)), code(error.message)], 'error', ROOM.errors);
  page.addTable('Findings', ['Severity', 'Resource', 'Finding', 'Rule', 'Where'], findings, findingRow, 'finding', ROOM.findings);
  page.addTable('Accepted risks', ['Resource', 'Rule', 'Reason', 'Until'], acknowledged, acknowledgedRow, 'accepted risk', ROOM.acknowledged);
  page.addExplanations(rulesWithFindings(report));
  return page.text;
}

class Page {
  public text = '';

  public add(text: string): void {
    this.text += text;
  }

  public addTable<T>(
    title: string, columns: readonly string[], items: readonly T[], toCells: (item: T) => string[], noun: string, room: number,
  ): void {
    if (items.length === 0) { return; }
    this.add(`\n### ${title}\n\n${row(columns)}${row(columns.map(() => '---'))}`);
    const fitting = this.addFitting(items, (item) => row(toCells(item)), room);
    if (fitting < items.length) { this.add(`\n_…and ${inWords(items.length - fitting, `more ${noun}`)}: see the full report._\n`); }
  }

  public addExplanations(rules: readonly RuleDescription[]): void {
    if (rules.length === 0) { return; }
    this.add('\n<details>\n<summary>Why, and what to do</summary>\n\n');
    const fitting = this.addFitting(rules, ({ id, why, fix }) => `- ${code(id)}: ${escaped(why)} **Fix:** ${escaped(fix)}\n`, ROOM.explanations);
    if (fitting < rules.length) { this.add(`\n_…and ${inWords(rules.length - fitting, 'more rule')}._\n`); }
    this.add('\n</details>\n');
  }

  private addFitting<T>(items: readonly T[], toText: (item: T) => string, room: number): number {
    let count = 0;
    for (const item of items) {
      const piece = toText(item);
      if (this.text.length + piece.length > room) { break; }
      this.add(piece);
      count++;
    }
    return count;
  }
}

function heading({ findings, acknowledged, errors, resources, rules }: Report): string {
  const verdict = findings.length === 0 ? 'no findings' : `${inWords(findings.length, 'finding')} (${severitiesInWords(countBySeverity(findings))})`;
  const asides = [
    ...acknowledged.length > 0 ? [inWords(acknowledged.length, 'accepted risk')] : [],
    ...errors.length > 0 ? [`${inWords(errors.length, 'error')}: not everything could be judged`] : [],
  ];
  return `## bulwark: ${verdict}\n\n${[`${inWords(resources, 'resource')} judged by ${inWords(rules.length, 'rule')}`, ...asides].join(' · ')}\n`;
}

function findingRow(finding: Finding): string[] {
  const { severity, resource, message, ruleId } = finding;
  return [severity, code(resourceName(resource)), code(message), code(ruleId), code(location(finding))];
}

function acknowledgedRow({ resource, ruleId, reason, expires }: AcknowledgedFinding): string[] {
  return [code(resourceName(resource)), code(ruleId), code(reason), expires === undefined ? '' : code(expires)];
}

function rulesWithFindings(report: Report): RuleDescription[] {
  const found = new Set(report.findings.map(({ ruleId }) => ruleId));
  const rules = [...describedRules(report).values()].filter(({ id }) => found.has(id));
  return SEVERITIES.flatMap((severity) => rules.filter((rule) => rule.severity === severity));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Text from a manifest: as code it can neither format, link, mention nor embed anything. */
function code(text: string): string {
  const content = printable(text);
  if (content.trim() === '') { return ''; }
  const longest = [...content.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 || /^ | $/.test(content) ? ' ' : '';
  const inTable = content.replace(/\\(?=\\*\|)/g, '\\u005c').replace(/\|/g, '\\|');
  return `${fence}${padding}${inTable}${padding}${fence}`;
}

/** Text of a rule. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~&@!]/g, '\\$&');
}
