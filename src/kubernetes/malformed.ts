import { fieldPath } from './field-path';
import { KubernetesObject, isMap } from './object';
import { CONTAINER_LISTS, POD_BEARERS } from './pod';

/** A field without which an object cannot be judged, and what is wrong with it. */
export interface MalformedField {
  readonly path: string;
  readonly problem: string;
}

/** What must be a map, with those of its fields that must be something; or a list of maps. */
type Frame = Fields | 'maps';
interface Fields {
  readonly [field: string]: Frame;
}

const OBJECT: Fields = { metadata: { annotations: {}, labels: {} } };
const POD: Fields = { ...OBJECT, spec: Object.fromEntries(CONTAINER_LISTS.map((list) => [list, 'maps'])) };
const FRAMES = new Map(POD_BEARERS.map(({ kind, pod }) => {
  const within = pod.reduceRight<Fields>((frame, field) => ({ [field]: frame }), POD);
  return [kind, { ...OBJECT, ...within }];
}));
const NONE: readonly MalformedField[] = Object.freeze([]);

/**
 * Where the frame of an object is broken: the API server refuses it, and rules would look past what it hides.
 * Single values are the rules' business, because there every wrong type is simply not the right value.
 */
export function malformedFields(object: KubernetesObject): readonly MalformedField[] {
  let found: MalformedField[] | undefined;
  const expect = (value: unknown, frame: Frame, path: string) => {
    if (frame === 'maps' ? !Array.isArray(value) : !isMap(value)) {
      (found ??= []).push({ path, problem: `is ${typeName(value)}, but must be a ${frame === 'maps' ? 'list' : 'map'}` });
    } else if (frame === 'maps') {
      (value as readonly unknown[]).forEach((item, index) => expect(item, {}, fieldPath(path, [index])));
    } else {
      for (const field in frame) {
        const inner = (value as Fields)[field] as unknown;
        if (inner !== undefined && inner !== null) { expect(inner, frame[field], path === '' ? field : `${path}.${field}`); }
      }
    }
  };
  expect(object, FRAMES.get(object.kind) ?? OBJECT, '');
  return found ?? NONE;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) { return 'empty'; }
  if (Array.isArray(value)) { return 'a list'; }
  return isMap(value) ? 'a map' : `the ${typeof value} ${String(value).slice(0, 60)}`;
}
