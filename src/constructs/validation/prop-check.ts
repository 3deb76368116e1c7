import { IConstruct } from 'constructs';

/**
 * One row of a table of checks on what a user gave: every row that applies becomes one line of the
 * one error that synthesis ends with, so that all mistakes are mended in one go.
 */
export interface PropCheck {
  /** The mistake is there. */
  readonly when: boolean;
  /** Where it was given, as the user spelt it: `replicas`, `containers[api].resources.limits.cpu`. */
  readonly prop: string;
  /** What was given. */
  readonly given: unknown;
  /** What would be right. */
  readonly allowed: string;
  /** What an attacker, or an outage, would make of it. */
  readonly because?: string;
  /** The rule that an acknowledgement on the construct may name to have the value all the same; without it nothing may. */
  readonly rule?: string;
}

/**
 * Registers checks that run when the application is synthesized, before any file is written.
 *
 * @param checks called at each validation, so that it sees what was added after construction
 * @param accepts whether the construct acknowledges a rule
 */
export function checkAtSynth(construct: IConstruct, checks: () => PropCheck[], accepts: (rule: string) => boolean = () => false): void {
  construct.node.addValidation({
    validate: () => checks()
      .filter((check) => check.when && !(check.rule !== undefined && accepts(check.rule)))
      .map(toLine),
  });
}

function toLine(check: PropCheck): string {
  const because = check.because ? `: ${check.because}` : '';
  const wayOut = check.rule
    ? ` (to accept it: Acknowledgements.of(construct).add({ rule: '${check.rule}', reason: '...' }))`
    : '';
  return `${check.prop} is ${shown(check.given)}, allowed is ${check.allowed}${because}${wayOut}`;
}

/** A value as one short line: hostile or huge input must neither break the list of errors nor bury it. */
export function shown(value: unknown): string {
  if (value === undefined) { return 'missing'; }
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
