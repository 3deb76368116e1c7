import { Finding } from '../findings/finding';
import { Severity } from '../findings/severity';

const WORST_FIRST: readonly Severity[] = [Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW];

/** The order of a report: severity (worst first), file, line, column, rule; then what keeps equal ones in place. */
export function compareFindings(one: Finding, other: Finding): number {
  return WORST_FIRST.indexOf(one.severity) - WORST_FIRST.indexOf(other.severity)
    || compareTexts(one.file, other.file)
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
