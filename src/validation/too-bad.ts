import { Finding } from '../findings/finding';
import { Severity } from '../findings/severity';
import { SEVERITIES } from '../reports/summary';

/** The findings that are at least this bad. */
export function tooBad(findings: readonly Finding[], failOn: Severity): readonly Finding[] {
  const counting = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.filter(({ severity }) => counting.includes(severity));
}
