import { Schema } from './schema';
import { isDay } from '../../evaluation/acknowledgement';
import { fieldPath } from '../../kubernetes/field-path';
import { didYouMean } from '../suggestion';

/** What is wrong with a value, and where in it. */
export interface Mistake {
  readonly path: string;
  readonly message: string;
}

const NAMES = { object: 'a map', array: 'a list', string: 'text', integer: 'a whole number' };
const MOST_LISTED = 12;

/** Everything in a value that its schema does not allow. */
export function mistakesIn(value: unknown, schema: Schema, path = ''): Mistake[] {
  if (schema.type !== undefined && typeOf(value) !== schema.type) {
    return [{ path, message: `${subject(path)} is ${shown(value)}; it must be ${NAMES[schema.type]}${example(schema)}` }];
  }
  if (schema.enum && !schema.enum.includes(value as string)) { return [notAmong(schema.enum, value, path)]; }
  switch (typeOf(value)) {
    case 'object': return mistakesInFields(value as Record<string, unknown>, schema, path);
    case 'array': return schema.items
      ? (value as unknown[]).flatMap((item, index) => mistakesIn(item, schema.items!, fieldPath(path, [index]))) : [];
    case 'string': return mistakeInText(value as string, schema, path);
    default: return [];
  }
}

function mistakesInFields(fields: Readonly<Record<string, unknown>>, schema: Schema, path: string): Mistake[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required.filter((key) => !Object.hasOwn(fields, key)).map((key) => ({ path, message: `${subject(path)} has no ${key}` }));
  return [...missing, ...Object.entries(fields).flatMap(([key, value]) => {
    const inner = fieldPath(path, [key]);
    if (Object.hasOwn(properties, key)) { return mistakesIn(value, properties[key], inner); }
    if (additionalProperties !== false) { return []; }
    const known = Object.keys(properties);
    return [{ path: inner, message: `unknown key ${JSON.stringify(key)} in ${subject(path)}${didYouMean(key, known) || listed(known)}` }];
  })];
}

function mistakeInText(text: string, { pattern, format, ...schema }: Schema, path: string): Mistake[] {
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) {
    return [{ path, message: `${subject(path)} is ${shown(text)}; it must be ${schema.description ?? `what ${pattern} matches`}${example(schema)}` }];
  }
  if (format === 'date' && !isDay(text)) { return [{ path, message: `${subject(path)} is ${shown(text)}, which is no day written as YYYY-MM-DD` }]; }
  return [];
}

function notAmong(allowed: readonly (string | number)[], value: unknown, path: string): Mistake {
  const words = allowed.map(String);
  const meant = typeof value === 'string' ? didYouMean(value, words) : '';
  return { path, message: `${subject(path)} is ${shown(value)}${meant || (words.length > MOST_LISTED ? ', which there is not' : `; it must be ${words.join(', ')}`)}` };
}

function listed(known: readonly string[]): string {
  return known.length > MOST_LISTED ? '' : `; known are ${known.join(', ')}`;
}

function example({ examples = [] }: Schema): string {
  return examples.length === 0 ? '' : `, such as ${JSON.stringify(examples[0])}`;
}

function subject(path: string): string {
  return path === '' ? 'the file' : path;
}

function shown(value: unknown): string {
  switch (typeOf(value)) {
    case 'null': return 'empty';
    case 'object': return 'a map';
    case 'array': return 'a list';
    default: return typeof value === 'number' ? `the number ${value}` : JSON.stringify(value);
  }
}

function typeOf(value: unknown): string {
  if (value === null) { return 'null'; }
  if (Array.isArray(value)) { return 'array'; }
  return Number.isSafeInteger(value) ? 'integer' : typeof value;
}
