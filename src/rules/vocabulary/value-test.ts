import { PlainObject, isMap } from '../../kubernetes/object';
import { shown } from '../check';

export type Scalar = string | number | boolean;

/** What the value of a field must be. It names what is allowed, never what is not, so that an odd value does not pass. */
export interface ValueTest {
  readonly accepts: (value: unknown) => boolean;
  /** The same in CEL, for an optional value or, as an item of a list, a certain one. */
  readonly cel: (x: string, certain: boolean) => string;
  /** After the name of the field: `must be true`. */
  readonly must: string;
  /** What a culprit does: `sets hostNetwork to true`. */
  readonly fault: (field: string, value: unknown) => string;
}

export function isAbsent(): ValueTest {
  return valueTest((value) => value === undefined, 'be absent', (x, certain) => (certain ? 'false' : `!${x}.hasValue()`));
}

export function isPresent(): ValueTest {
  return valueTest((value) => value !== undefined, 'be set', (x, certain) => (certain ? 'true' : `${x}.hasValue()`));
}

/** Present, and one of these. */
export function is(...values: readonly Scalar[]): ValueTest {
  const ofOptional = (x: string) => (values.length === 1 ? `${x} == optional.of(${literal(values[0])})` : `(${x}.hasValue() && ${oneOf(`${x}.value()`, values)})`);
  return valueTest((value) => values.includes(value as Scalar), `be ${listed(values)}`,
    (x, certain) => (certain ? oneOf(x, values) : ofOptional(x)), ` to ${listed(values)}`);
}

/** Absent, or one of these. */
export function isAbsentOr(...values: readonly Scalar[]): ValueTest {
  return valueTest((value) => value === undefined || values.includes(value as Scalar), `be absent or ${listed(values)}`,
    (x, certain) => oneOf(certain ? x : `${x}.orValue(${literal(values[0])})`, values));
}

/** Absent, or anything else of the same type. */
export function isNot(wrong: Scalar): ValueTest {
  return valueTest((value) => value === undefined || (typeof value === typeof wrong && value !== wrong), `not be ${listed([wrong])}`,
    (x, certain) => `${x} != ${certain ? literal(wrong) : `optional.of(${literal(wrong)})`}`);
}

/** A whole number, at least this. */
export function isAtLeast(least: number): ValueTest {
  return valueTest((value) => Number.isInteger(value) && (value as number) >= least, `be at least ${least}`,
    (x, certain) => `${certain ? x : `${x}.orValue(${least - 1})`} >= ${least}`, ` to at least ${least}`);
}

/** A list with this item. */
export function includes(item: string): ValueTest {
  return {
    ...valueTest((value) => Array.isArray(value) && value.includes(item), `include ${item}`,
      (x, certain) => `${literal(item)} in ${certain ? x : `${x}.orValue([])`}`),
    fault: (field) => `does not include ${item} in ${field}`,
  };
}

/** A union such as a volume: a map whose fields, but for its name, are among these. (With none of them a volume is an emptyDir.) */
export function isA(...members: readonly string[]): ValueTest {
  const foreign = (value: unknown) => Object.keys(isMap(value) ? value : {})
    .find((name) => name !== 'name' && (value as PlainObject)[name] !== null && !members.includes(name));
  const test = valueTest((value) => isMap(value) && foreign(value) === undefined, `be one of ${members.join(', ')}`,
    (x) => `(${members.map((member) => `${x}.?${member}.hasValue()`).join(' || ')})`);
  return { ...test, fault: (field, value) => (foreign(value) === undefined ? test.fault(field, value) : `sets ${field} to ${foreign(value)}`) };
}

function valueTest(accepts: ValueTest['accepts'], must: string, cel: ValueTest['cel'], wanted = ''): ValueTest {
  return {
    accepts,
    cel,
    must: `must ${must}`,
    fault: (field, value) => (value === undefined ? `does not set ${field}${wanted}` : `sets ${field} to ${shown(value)}`),
  };
}

function literal(scalar: Scalar): string {
  return typeof scalar === 'string' ? `'${scalar.replace(/[\\']/g, '\\$&')}'` : String(scalar);
}

function oneOf(x: string, values: readonly Scalar[]): string {
  return values.length === 1 ? `${x} == ${literal(values[0])}` : `${x} in [${values.map(literal).join(', ')}]`;
}

function listed(values: readonly Scalar[]): string {
  const texts = values.map((each) => (each === '' ? 'empty' : String(each)));
  return [texts.slice(0, -1).join(', '), texts.at(-1)].filter((text) => text !== '').join(' or ');
}
