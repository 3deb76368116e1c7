import { isMap } from '../../kubernetes/object';
import { shown } from '../check';

export type Scalar = string | number | boolean;

/** A CEL expression for the value of a field: an optional, unless it is an item of a list. */
export interface CelOperand {
  readonly expression: string;
  readonly optional: boolean;
}

/** What the value of a field must be, in the three languages of a rule. Values are named by what is allowed, so that odd ones never pass. */
export interface ValueTest {
  readonly accepts: (value: unknown) => boolean;
  readonly cel: (operand: CelOperand) => string;
  /** Follows the name of the field: `must be true`. */
  readonly must: string;
  /** What a culprit does that does not pass: `sets hostNetwork to true`. */
  readonly fault: (field: string, value: unknown) => string;
}

/** Present, and one of these values. */
export function is(...values: readonly Scalar[]): ValueTest {
  return test((value) => values.includes(value as Scalar), `be ${listed(values)}`, listed(values), (x) => (x.optional
    ? `(${present(x)} && ${oneOf(x, values)})`
    : oneOf(x, values)));
}

/** Absent, or one of these values. */
export function isAbsentOr(...values: readonly Scalar[]): ValueTest {
  return test((value) => value === undefined || values.includes(value as Scalar), `be absent or ${listed(values)}`, listed(values),
    (x) => `(!${present(x)} || ${oneOf(x, values)})`);
}

/** Absent, or any other value of the same type. */
export function isNot(wrong: Scalar): ValueTest {
  return test((value) => value === undefined || (typeof value === typeof wrong && value !== wrong), `not be ${listed([wrong])}`, '',
    (x) => `(!${present(x)} || ${value(x)} != ${literal(wrong)})`);
}

export function isAbsent(): ValueTest {
  return test((value) => value === undefined, 'be absent', '', (x) => `!${present(x)}`);
}

/** A whole number that is at least this. */
export function isAtLeast(least: number): ValueTest {
  return test((value) => Number.isInteger(value) && (value as number) >= least, `be at least ${least}`, `at least ${least}`,
    (x) => `(${present(x)} && ${value(x)} >= ${least})`);
}

/** A list with this item. */
export function includes(item: string): ValueTest {
  return {
    accepts: (value) => Array.isArray(value) && value.includes(item),
    cel: (x) => `${x.expression}.orValue([]).exists(item, item == ${literal(item)})`,
    must: `must include ${item}`,
    fault: (field) => `does not include ${item} in ${field}`,
  };
}

/**
 * A map with no other fields than its name and these, of which the API server allows one: a union such as a volume.
 * (With none of them it makes the volume an emptyDir.)
 */
export function isA(...members: readonly string[]): ValueTest {
  const foreign = (value: unknown) => Object.entries(isMap(value) ? value : {})
    .find(([name, member]) => name !== 'name' && (member ?? undefined) !== undefined && !members.includes(name))?.[0];
  return {
    accepts: (value) => isMap(value) && foreign(value) === undefined,
    cel: (x) => `(${members.map((member) => `has(${x.expression}.${member})`).join(' || ')})`,
    must: `must be one of ${members.join(', ')}`,
    fault: (field, value) => `sets ${field}.${foreign(value) ?? '?'}`,
  };
}

function test(accepts: ValueTest['accepts'], must: string, wanted: string, cel: ValueTest['cel']): ValueTest {
  return {
    accepts,
    cel,
    must: `must ${must}`,
    fault: (field, value) => (value === undefined ? `does not set ${field} to ${wanted}` : `sets ${field} to ${shown(value)}`),
  };
}

function present({ expression, optional }: CelOperand): string {
  return optional ? `${expression}.hasValue()` : 'true';
}

function value({ expression, optional }: CelOperand): string {
  return optional ? `${expression}.value()` : expression;
}

function oneOf(x: CelOperand, values: readonly Scalar[]): string {
  return values.length === 1 ? `${value(x)} == ${literal(values[0])}` : `${value(x)} in [${values.map(literal).join(', ')}]`;
}

/** JSON is CEL for what a Kubernetes field may hold, but for the two characters that CEL strings escape otherwise. */
function literal(scalar: Scalar): string {
  return typeof scalar === 'string' ? `'${scalar.replace(/[\\']/g, '\\$&')}'` : String(scalar);
}

function listed(values: readonly Scalar[]): string {
  const texts = values.map((each) => (each === '' ? 'empty' : String(each)));
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}
