import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ValidationPass } from './validation-pass';

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
  /** Further rules that find the same in the manifest: who accepts it accepts it under all of them. */
  readonly also?: readonly string[];
  /** The object whose manifest shows it, and is to carry the reason, where that is not the construct's own. */
  readonly on?: ApiObject;
}

/** Checks of a construct, and what they said when they were run ahead of their turn. */
interface RegisteredChecks {
  readonly judge: () => string[];
  ahead?: string[];
}

const registered = new WeakMap<IConstruct, RegisteredChecks[]>();

/**
 * Registers checks that run when the application is synthesized, before any file is written.
 *
 * @param checks called at each validation, so that it sees what was added after construction
 * @param accepts whether the construct acknowledges what a check found
 */
export function checkAtSynth(construct: IConstruct, checks: () => PropCheck[], accepts: (found: PropCheck) => boolean = () => false): void {
  const pass = ValidationPass.of(construct);
  const own: RegisteredChecks = { judge: () => checks().filter((check) => check.when && !(check.rule !== undefined && accepts(check))).map(lineOf) };
  registered.set(construct, [...registered.get(construct) ?? [], own]);
  construct.node.addValidation({
    validate: () => {
      if (pass.repeats) { return []; }
      const lines = own.ahead ?? own.judge();
      own.ahead = undefined;
      return lines;
    },
  });
}

/**
 * Runs all checks below a construct ahead of their turn, for what they leave behind: accepted reasons are written where they
 * are needed. For whoever renders objects while the application is still being validated.
 */
export function runChecksAhead(root: IConstruct): void {
  for (const construct of root.node.findAll()) {
    for (const each of registered.get(construct) ?? []) { each.ahead = each.judge(); }
  }
}

/** A check that applies, as a line of the error. */
export function lineOf(check: PropCheck): string {
  const because = check.because ? `: ${check.because}` : '';
  const wayOut = check.rule
    ? ` (to accept it: Acknowledgements.of(construct).add({ rule: '${check.rule}', reason: '...' }))`
    : '';
  return `${oneLine(check.prop)} is ${shown(check.given)}, allowed is ${oneLine(check.allowed)}${because}${wayOut}`;
}

/** A value as one short line: hostile or huge input must neither break the list of errors nor bury it. */
export function shown(value: unknown): string {
  if (value === undefined) { return 'missing'; }
  return oneLine(textOf(value), 120);
}

function textOf(value: unknown): string {
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'symbol') { return String(value); }
  if (typeof value === 'function') { return 'a function'; }
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function oneLine(text: string, longest = 200): string {
  // Control characters, and the separators that terminals and editors take for line breaks.
  const printable = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return printable.length > longest ? `${printable.slice(0, longest - 3)}...` : printable;
}
