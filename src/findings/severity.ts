/**
 * How bad it is when the finding is exploited or the outage comes.
 */
export enum Severity {
  /** Untidy; costs little. */
  LOW = 'low',
  /** One layer of defence is missing. */
  MEDIUM = 'medium',
  /** An attacker gets further with it, or an outage becomes likely. */
  HIGH = 'high',
  /** Node or cluster is the attacker's with it. */
  CRITICAL = 'critical',
}
