import { Scalar, ValueTest, includes, is, isA, isAbsent, isAbsentOr, isAtLeast, isNot, isPresent } from './value-test';
import { fieldPath } from '../../kubernetes/field-path';
import { isMap, valueAt } from '../../kubernetes/object';

/** A field, and what its value must be. */
export interface Requirement {
  /** As the author wrote it: `ports[].hostPort`. */
  readonly field: string;
  readonly steps: readonly string[];
  /** A container that leaves the field out takes its pod's. */
  readonly inherited: boolean;
  readonly test: ValueTest;
}

/** A value that does not pass. */
export interface Failure {
  readonly path: string;
  /** What the culprit does: `sets ports[0].hostPort to 80`. */
  readonly does: string;
  readonly absent: boolean;
}

const NO_FAILURES: readonly Failure[] = Object.freeze([]);

/** A field of the target: names joined by dots, `[]` for every item of a list. */
export function field(path: string, ofPodToo = false) {
  const steps = path.replaceAll('[]', '.[]').split('.');
  const requirement = (test: ValueTest): Requirement => ({ field: path, steps, inherited: ofPodToo, test });
  return {
    isPresent: () => requirement(isPresent()),
    is: (...values: readonly Scalar[]) => requirement(is(...values)),
    isAbsentOr: (...values: readonly Scalar[]) => requirement(isAbsentOr(...values)),
    isNot: (value: Scalar) => requirement(isNot(value)),
    isAbsent: () => requirement(isAbsent()),
    isAtLeast: (least: number) => requirement(isAtLeast(least)),
    includes: (item: string) => requirement(includes(item)),
    isA: (...members: readonly string[]) => requirement(isA(...members)),
  };
}

/** The effective value of a container's field: its own, else its pod's. */
export function inherited(path: string) {
  return field(path, true);
}

/** Whether every value passes: what almost always is asked, and so without making anything. */
export function holds(requirement: Requirement, owner: unknown, from = 0): boolean {
  const { steps, test } = requirement;
  let value = owner;
  for (let depth = from; depth < steps.length; depth++) {
    const step = steps[depth];
    if (value === undefined || value === null) {
      if (step === '[]') { return true; }
    } else if (step === '[]') {
      return Array.isArray(value) && value.every((item) => holds(requirement, item, depth + 1));
    } else if (isMap(value)) {
      value = value[step];
    } else {
      return false;
    }
  }
  return test.accepts(value ?? undefined);
}

/** Every value that does not pass. A list that is absent has no items to fail; what should be a map or a list and is not, fails. */
export function failuresOf(requirement: Requirement, owner: unknown): readonly Failure[] {
  return holds(requirement, owner) ? NO_FAILURES : collectFailures(requirement, owner);
}

function collectFailures({ steps, test }: Requirement, owner: unknown): readonly Failure[] {
  const failures: Failure[] = [];
  const visit = (value: unknown, depth: number, path: string): void => {
    const step = steps[depth];
    if (step === undefined) {
      if (!test.accepts(value)) { failures.push({ path, does: test.fault(path, value), absent: value === undefined }); }
    } else if (value !== undefined && !(step === '[]' ? Array.isArray(value) : isMap(value))) {
      failures.push({ path, does: `sets ${path} to what should be a ${step === '[]' ? 'list' : 'map'}`, absent: false });
    } else if (step === '[]') {
      (value as readonly unknown[] | undefined)?.forEach((item, index) => visit(item ?? undefined, depth + 1, fieldPath(path, [index])));
    } else {
      visit(valueAt(value, step), depth + 1, fieldPath(path, [step]));
    }
  };
  visit(owner, 0, '');
  return failures;
}

/** Guarded at every step, so that an absent field is a value to judge and never an error. */
export function celOf({ steps, test, inherited: ofPodToo }: Requirement, owner: string, from = 0): string {
  const end = steps.indexOf('[]', from);
  const path = steps.slice(from, end < 0 ? undefined : end).map((step) => `.?${step}`).join('');
  if (path === '') { return test.cel(owner, true); }
  const value = ofPodToo ? `${owner}${path}.or(variables.pod${path})` : owner + path;
  return end < 0 ? test.cel(value, false) : `${value}.orValue([]).all(item, ${celOf({ field: '', steps, test, inherited: false }, 'item', end + 1)})`;
}
