import { PropCheck } from './prop-check';

/** What a value may be, and how to say it. */
export interface Kind {
  readonly accepts: (value: unknown) => boolean;
  readonly allowed: string;
  /** For values that consist of others: what is wrong inside. */
  readonly inside?: (value: any, prop: string) => PropCheck[];
}

/** What each prop may be. A prop without an entry is not looked at. */
export type Shape<T> = { readonly [K in keyof T]?: Kind };

export const text: Kind = { accepts: (value) => typeof value === 'string', allowed: 'a text' };
export const count: Kind = { accepts: (value) => typeof value === 'number', allowed: 'a number' };
export const flag: Kind = { accepts: (value) => typeof value === 'boolean', allowed: 'true or false' };
export const object: Kind = { accepts: isRecord, allowed: 'an object' };

export function integer(least: number, most: number): Kind {
  return {
    accepts: (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    allowed: most === INT32_MAX ? `an integer of at least ${least}` : `an integer from ${least} to ${most}`,
  };
}
export const INT32_MAX = 2 ** 31 - 1;

/** A value object of ours or of cdk8s-plus, which checks itself. */
export function made(by: Function, how: string): Kind {
  return { accepts: (value) => value instanceof by, allowed: how };
}

export function listOf(kind: Kind, allowed: string): Kind {
  return {
    accepts: Array.isArray,
    allowed,
    inside: (values: unknown[], prop) => values.flatMap((value, index) => mistakesOf(value, kind, `${prop}[${index}]`)),
  };
}

export function mapOf(kind: Kind, allowed: string): Kind {
  return {
    accepts: isRecord,
    allowed,
    inside: (values: Record<string, unknown>, prop) => Object.entries(values).flatMap(([key, value]) => mistakesOf(value, kind, `${prop}.${key}`)),
  };
}

/** An object with these props and no others: a misspelt one would be ignored. */
export function struct<T>(shape: Shape<T>): Kind {
  const names = Object.keys(shape);
  return {
    accepts: isRecord,
    allowed: `an object with ${listed(names)}`,
    inside: (value: Record<string, unknown>, prop) => [
      ...Object.keys(value).filter((name) => !names.includes(name)).map((name) => ({
        when: true, prop: `${prop}.${name}`, given: value[name], allowed: `one of the props ${listed(names)}`,
      })),
      ...namedMistakes(value, shape, `${prop}.`),
    ],
  };
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Checks that only repeat what is known to be of the wrong kind are left out: they would judge the default. */
export function withoutEchoes(mistakes: PropCheck[], checks: PropCheck[]): PropCheck[] {
  if (mistakes.length === 0) { return checks; }
  const known = mistakes.map(({ prop }) => prop.replace(/[.[].*$/, ''));
  return [...mistakes, ...checks.filter(({ prop }) => !known.includes(prop.replace(/[.[].*$/, '')))];
}

/**
 * Reads props that may come from JavaScript, or from JSON: what is of the wrong kind is left out, so that
 * construction can go on, and becomes a mistake, so that synthesis cannot.
 */
export function readProps<T extends object>(given: T | null | undefined, shape: Shape<T>): { props: T; mistakes: PropCheck[] } {
  if (given === undefined || given === null) { return { props: {} as T, mistakes: [] }; }
  if (!isRecord(given)) {
    return { props: {} as T, mistakes: [{ when: true, prop: 'props', given, allowed: 'an object' }] };
  }
  const props = { ...given };
  const mistakes: PropCheck[] = [];
  for (const name of Object.keys(shape) as (keyof T & string)[]) {
    const wrong = given[name] === undefined ? [] : mistakesOf(given[name], shape[name]!, name);
    if (wrong.length > 0) { delete (props as Partial<T>)[name]; }
    mistakes.push(...wrong);
  }
  return { props, mistakes };
}

function namedMistakes<T>(value: Record<string, unknown>, shape: Shape<T>, prefix: string): PropCheck[] {
  return Object.entries<Kind | undefined>(shape)
    .filter(([name]) => value[name] !== undefined)
    .flatMap(([name, kind]) => mistakesOf(value[name], kind!, prefix + name));
}

function mistakesOf(value: unknown, kind: Kind, prop: string): PropCheck[] {
  return kind.accepts(value) ? kind.inside?.(value, prop) ?? [] : [{ when: true, prop, given: value, allowed: kind.allowed }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
