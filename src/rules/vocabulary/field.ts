import { fieldPath } from '../../kubernetes/field-path';
import { isMap, valueAt } from '../../kubernetes/object';
import { CelOperand, Scalar, ValueTest, includes, is, isA, isAbsent, isAbsentOr, isAtLeast, isNot } from './value-test';

/** A field and what its value must be. */
export interface Requirement {
  /** As written by the author: `ports[].hostPort`. */
  readonly field: string;
  readonly steps: readonly string[];
  /** A container that leaves the field out takes its pod's. */
  readonly inherited: boolean;
  readonly test: ValueTest;
}

/** A value that does not pass, and where it stands. */
export interface Failure {
  readonly path: string;
  /** What the culprit does: `sets ports[0].hostPort to 80`. */
  readonly does: string;
  readonly absent: boolean;
}

const NO_FAILURES: readonly Failure[] = Object.freeze([]);

/** A field of the target: names joined by dots, `[]` for every item of a list. */
export function field(path: string) {
  return requirementsOf(path, false);
}

/** The effective value of a container's field: its own, else its pod's. */
export function inherited(path: string) {
  return requirementsOf(path, true);
}

function requirementsOf(path: string, ofPodToo: boolean) {
  const steps = path.replaceAll('[]', '.[]').split('.');
  const require = (test: ValueTest): Requirement => ({ field: path, steps, inherited: ofPodToo, test });
  return {
    is: (...values: readonly Scalar[]) => require(is(...values)),
    isAbsentOr: (...values: readonly Scalar[]) => require(isAbsentOr(...values)),
    isNot: (value: Scalar) => require(isNot(value)),
    isAbsent: () => require(isAbsent()),
    isAtLeast: (least: number) => require(isAtLeast(least)),
    includes: (item: string) => require(includes(item)),
    isA: (...members: readonly string[]) => require(isA(...members)),
  };
}

/** Every value that does not pass. A list that is absent has no items to fail; a step through something else than a map or list fails. */
export function failuresOf({ steps, test }: Requirement, owner: unknown): readonly Failure[] {
  let failures: Failure[] | undefined;
  const trail: (string | number)[] = [];
  const fail = (does: string, absent = false) => (failures ??= []).push({ path: fieldPath('', trail), does, absent });

  const visit = (current: unknown, index: number): void => {
    const step = steps[index];
    if (step === undefined) {
      if (!test.accepts(current)) { fail(test.fault(fieldPath('', trail), current), current === undefined); }
    } else if (current !== undefined && !(step === '[]' ? Array.isArray(current) : isMap(current))) {
      fail(`sets ${fieldPath('', trail)} to what should be a ${step === '[]' ? 'list' : 'map'}`);
    } else if (step === '[]') {
      (current as readonly unknown[] | undefined)?.forEach((item, position) => descend(position, item ?? undefined, index));
    } else {
      descend(step, valueAt(current, step), index);
    }
  };
  const descend = (step: string | number, value: unknown, index: number): void => {
    trail.push(step);
    visit(value, index + 1);
    trail.pop();
  };
  visit(owner, 0);
  return failures ?? NO_FAILURES;
}

/** Guarded at every step, so that an absent field is a value to judge and never an error. */
export function celOf({ steps, test, inherited: ofPodToo }: Requirement, owner: string): string {
  const render = (operand: CelOperand, index: number): string => {
    if (index === steps.length) { return test.cel(operand); }
    return steps[index] === '[]'
      ? `${operand.expression}.orValue([]).all(item, ${render({ expression: 'item', optional: false }, index + 1)})`
      : render({ expression: `${operand.expression}.?${steps[index]}`, optional: true }, index + 1);
  };
  if (!ofPodToo) { return render({ expression: owner, optional: false }, 0); }
  const path = steps.map((step) => `.?${step}`).join('');
  return test.cel({ expression: `${owner}${path}.or(variables.pod${path})`, optional: true });
}
