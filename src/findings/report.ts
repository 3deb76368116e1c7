import { AcknowledgedFinding, Finding, InputError } from './finding';
import { Severity } from './severity';

/** What a report says about a rule: everything that is text, so that reports need not know rules. */
export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly domain: string;
  readonly why: string;
  readonly fix: string;
  /** Controls of standards that the rule serves. */
  readonly standards: readonly StandardReference[];
  /** Ids of the same check in other tools. */
  readonly equivalents: Readonly<Record<string, readonly string[]>>;
}

/** One control of one standard, such as CIS 5.2.2. */
export interface StandardReference {
  readonly standard: string;
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Everything one evaluation found; the single input of every report format. */
export interface Report {
  /** Sorted: severity (worst first), file, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly errors: readonly InputError[];
  /** How many objects were judged. */
  readonly resources: number;
  /** The rules that judged, by id. */
  readonly rules: readonly RuleDescription[];
}
