import { Paint, painted, plain } from './colour';
import { describedRules } from './described-rules';
import { FileFindings, ObjectFindings, byFileAndObject } from './grouping';
import { Lines } from './lines';
import { printable } from './printable';
import { textSummary } from './text-summary';
import { location, resourceName, sourceLocation } from './wording';
import { AcknowledgedFinding } from '../findings/finding';
import { Report, RuleDescription } from '../findings/report';

const WIDTH = 100;
const SEVERITY_WIDTH = 'critical'.length;

/** How to show the text. */
export interface TextOptions {
  /**
   * Whether to colour it for a terminal.
   *
   * @default - false: the text holds no control characters but line feeds
   */
  readonly colour?: boolean;
}

/** The report for people: what and where by file and object, then why and what to do once for each rule, then the summary. */
export function text(report: Report, { colour = false }: TextOptions = {}): string {
  const paint = colour ? painted : plain;
  const files = byFileAndObject(report.findings);
  const affected = files.reduce((count, { objects }) => count + objects.length, 0);
  const lines = new Lines();
  for (const file of files) { addFile(file, paint, lines); }
  lines.add(titled('Why, and what to do', explanations(report, paint), paint));
  lines.add(titled('Accepted risks', report.acknowledged.flatMap((finding) => acknowledgedLines(finding, paint)), paint));
  lines.add(titled('Not judged', report.errors.map((error) => `  ${paint('bad', 'error')}  ${sourceLocation(error)}  ${printable(error.message)}`), paint));
  lines.add(textSummary(report, affected, paint));
  return lines.text();
}

function addFile({ file, objects }: FileFindings, paint: Paint, lines: Lines): void {
  if (file !== '') { lines.add([paint('heading', printable(file))]); }
  for (const object of objects) { lines.add(objectLines(object, paint)); }
  lines.add(['']);
}

function objectLines({ name, findings }: ObjectFindings, paint: Paint): string[] {
  const { construct } = findings[0];
  const locations = findings.map(location);
  const width = locations.reduce((widest, { length }) => Math.max(widest, length), 0);
  return [
    `  ${paint('heading', name)}${construct === undefined ? '' : paint('faint', ` (construct ${printable(construct)})`)}`,
    ...findings.map(({ severity, message, ruleId }, at) =>
      `    ${paint(severity, severity.padEnd(SEVERITY_WIDTH))}  ${locations[at].padEnd(width)}  ${printable(message)}  ${paint('faint', printable(ruleId))}`),
  ];
}

function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint('heading', title), ...lines, ''];
}

function explanations(report: Report, paint: Paint): string[] {
  const counts = new Map<string, number>();
  for (const { ruleId } of report.findings) { counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1); }
  const rules = describedRules(report);
  return [...counts].flatMap(([id, count]) => explanation(rules.get(id)!, count, paint));
}

function explanation({ id, title, severity, why, fix }: RuleDescription, count: number, paint: Paint): string[] {
  return [
    `  ${paint(severity, severity.padEnd(SEVERITY_WIDTH))}  ${paint('heading', printable(id))}: ${printable(title)} (${count})`,
    ...paragraph('Why', why),
    ...paragraph('Fix', fix),
  ];
}

function acknowledgedLines(finding: AcknowledgedFinding, paint: Paint): string[] {
  const { resource, ruleId, reason, expires } = finding;
  const until = expires === undefined ? '' : `, until ${printable(expires)}`;
  return [
    `  ${resourceName(resource)}  ${location(finding)}  ${paint('faint', printable(ruleId))}`,
    ...paragraph('Reason', `${reason}${until}`),
  ];
}

/** Lines of a word and what it introduces, broken between words. */
function paragraph(label: string, content: string): string[] {
  if (content === '') { return []; }
  const indent = ' '.repeat(SEVERITY_WIDTH + 4 + label.length + 2);
  const lines: string[] = [];
  let line = '';
  for (const word of printable(content).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line += line === '' ? word : ` ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each, at) => (at === 0 ? `${' '.repeat(SEVERITY_WIDTH + 4)}${label}  ` : indent) + each);
}
