import { Finding } from '../findings/finding';
import { Severity } from '../findings/severity';

const WORST_FIRST: readonly Severity[] = [Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW];

/** In the order of a report: severity (worst first), file, line, column, rule; then what keeps equal ones in place. */
export function inOrder<F extends Finding>(findings: readonly F[]): F[] {
  // by severity first: what is left is nearly sorted, because objects are judged in the order of the manifests
  const bySeverity = new Map<Severity, F[]>(WORST_FIRST.map((severity) => [severity, []]));
  for (const finding of findings) { bySeverity.get(finding.severity)!.push(finding); }
  return WORST_FIRST.flatMap((severity) => bySeverity.get(severity)!.sort(compare));
}

function compare(one: Finding, other: Finding): number {
  return compareTexts(one.file, other.file)
    || one.line - other.line
    || one.column - other.column
    || compareTexts(one.ruleId, other.ruleId)
    || compareTexts(one.path, other.path)
    || compareTexts(one.message, other.message);
}

/** By code unit, so that no locale changes a report. */
function compareTexts(one: string, other: string): number {
  if (one === other) { return 0; }
  return one < other ? -1 : 1;
}
