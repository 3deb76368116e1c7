import { Paint } from './colour';
import { printable } from './printable';
import { SEVERITIES, countBySeverity, inWords } from './summary';
import { Finding } from '../findings/finding';
import { Report } from '../findings/report';

/** Enough to begin with, few enough for the summary to fit on a screen. */
const MOST = 5;

/**
 * What was judged and found, at most twenty lines.
 *
 * @param affected how many objects have findings
 */
export function textSummary({ findings, acknowledged, errors, resources, rules }: Report, affected: number, paint: Paint): string[] {
  const counts = countBySeverity(findings);
  const judged = `${inWords(resources, 'resource')} judged by ${inWords(rules.length, 'rule')}`;
  return [
    paint('heading', 'Summary'),
    ...findings.length === 0
      ? [`  ${paint('good', 'no findings')}: ${judged}`]
      : [`  ${inWords(findings.length, 'finding')} in ${inWords(affected, 'resource')}: ${judged}`],
    ...SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `  ${String(counts[severity]).padStart(7)} ${paint(severity, severity)}`),
    ...most('Most frequent rules', findings, ({ ruleId }) => ruleId),
    ...most('Files with most findings', findings, ({ file }) => file),
    ...acknowledged.length > 0 ? [`  ${inWords(acknowledged.length, 'accepted risk')}`] : [],
    ...errors.length > 0 ? [`  ${paint('bad', `${inWords(errors.length, 'error')}: not everything could be judged`)}`] : [],
  ];
}

/** Worth saying only where there is something to choose from. */
function most(title: string, findings: readonly Finding[], trait: (finding: Finding) => string): string[] {
  const counts = new Map<string, number>();
  for (const finding of findings) { counts.set(trait(finding), (counts.get(trait(finding)) ?? 0) + 1); }
  if (counts.size < 2) { return []; }
  const ranked = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST);
  return [`  ${title}`, ...ranked.map(([name, count]) => `  ${String(count).padStart(7)} ${printable(name)}`)];
}
