import { Finding } from '../findings/finding';
import { Severity } from '../findings/severity';

/** Severities, worst first. */
export const SEVERITIES = [Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW] as const;

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const counts = { [Severity.LOW]: 0, [Severity.MEDIUM]: 0, [Severity.HIGH]: 0, [Severity.CRITICAL]: 0 };
  for (const { severity } of findings) { counts[severity]++; }
  return counts;
}

/** `1 critical, 2 low`: only what there is. */
export function severitiesInWords(counts: SeverityCounts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}`).join(', ');
}

/** `1 finding`, `2 findings`. */
export function inWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
