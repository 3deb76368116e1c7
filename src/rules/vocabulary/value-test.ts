import { isMap } from '../../kubernetes/object';
import { shown } from '../check';

export type Scalar = string | number | boolean;

/** What the value of a field must be. It names what is allowed, never what is not, so that an odd value does not pass. */
export interface ValueTest {
  readonly accepts: (value: unknown) => boolean;
  /** From the CEL that says whether there is a value, and the CEL that is the value. */
  readonly cel: (present: string, value: string) => string;
  /** After the name of the field: `must be true`. */
  readonly must: string;
  /** What a culprit does: `sets hostNetwork to true`. */
  readonly fault: (field: string, value: unknown) => string;
}

export function isPresent(): ValueTest {
  return valueTest((value) => value !== undefined, 'be set', (present) => present);
}

/** Present, and one of these. */
export function is(...values: readonly Scalar[]): ValueTest {
  const accepts = (value: unknown) => values.includes(value as Scalar);
  return valueTest(accepts, `be ${listed(values)}`, (present, value) => `(${present} && ${oneOf(value, values)})`, ` to ${listed(values)}`);
}

/** Absent, or one of these. */
export function isAbsentOr(...values: readonly Scalar[]): ValueTest {
  const accepts = (value: unknown) => value === undefined || values.includes(value as Scalar);
  return valueTest(accepts, `be absent or ${listed(values)}`, (present, value) => `(!${present} || ${oneOf(value, values)})`);
}

/** Absent, or anything else of the same type. */
export function isNot(wrong: Scalar): ValueTest {
  const accepts = (value: unknown) => value === undefined || (typeof value === typeof wrong && value !== wrong);
  return valueTest(accepts, `not be ${listed([wrong])}`, (present, value) => `(!${present} || ${value} != ${literal(wrong)})`);
}

export function isAbsent(): ValueTest {
  return valueTest((value) => value === undefined, 'be absent', (present) => `!${present}`);
}

/** A whole number, at least this. */
export function isAtLeast(least: number): ValueTest {
  const accepts = (value: unknown) => Number.isInteger(value) && (value as number) >= least;
  return valueTest(accepts, `be at least ${least}`, (present, value) => `(${present} && ${value} >= ${least})`, ` to at least ${least}`);
}

/** A list with this item. */
export function includes(item: string): ValueTest {
  return {
    ...valueTest((value) => Array.isArray(value) && value.includes(item), `include ${item}`, (present, value) => `(${present} && ${literal(item)} in ${value})`),
    fault: (field) => `does not include ${item} in ${field}`,
  };
}

/** A union such as a volume: a map whose fields, but for its name, are among these. (With none of them a volume is an emptyDir.) */
export function isA(...members: readonly string[]): ValueTest {
  const foreign = (value: unknown) => Object.entries(isMap(value) ? value : {})
    .find(([name, member]) => name !== 'name' && member !== null && !members.includes(name));
  return {
    ...valueTest((value) => isMap(value) && !foreign(value), `be one of ${members.join(', ')}`,
      (_, value) => `(${members.map((member) => `has(${value}.${member})`).join(' || ')})`),
    fault: (field, value) => `sets ${field} to ${foreign(value)?.[0] ?? shown(value)}`,
  };
}

function valueTest(accepts: ValueTest['accepts'], must: string, cel: ValueTest['cel'], wanted = ''): ValueTest {
  return {
    accepts,
    cel,
    must: `must ${must}`,
    fault: (field, value) => (value === undefined ? `does not set ${field}${wanted}` : `sets ${field} to ${shown(value)}`),
  };
}

function oneOf(value: string, values: readonly Scalar[]): string {
  return values.length === 1 ? `${value} == ${literal(values[0])}` : `${value} in [${values.map(literal).join(', ')}]`;
}

function literal(scalar: Scalar): string {
  return typeof scalar === 'string' ? `'${scalar.replace(/[\\']/g, '\\$&')}'` : String(scalar);
}

function listed(values: readonly Scalar[]): string {
  const texts = values.map((each) => (each === '' ? 'empty' : String(each)));
  return [texts.slice(0, -1).join(', '), texts.at(-1)].filter((text) => text !== '').join(' or ');
}
