import { Steps, fieldPath } from './field-path';
import { KubernetesObject, isMap, mapAt, valueAt } from './object';
import { CONTAINER_LISTS, podBearer } from './pod';

/** A field without which an object cannot be judged, and what is wrong with it. */
export interface MalformedField {
  readonly path: string;
  readonly problem: string;
}

/**
 * Where the frame of an object is broken: the API server refuses it, and rules would look past what it hides.
 * Single values are the rules' business, because there every wrong type is simply not the right value.
 */
export function malformedFields(object: KubernetesObject): MalformedField[] {
  const found: MalformedField[] = [];
  const expectMaps = (steps: Steps, from = 0) => {
    for (let length = from + 1; length <= steps.length; length++) {
      const value = valueAt(object, ...steps.slice(0, length) as string[]);
      if (value === undefined) { return; }
      if (!isMap(value)) {
        found.push({ path: fieldPath('', steps.slice(0, length)), problem: `is ${typeName(value)}, but must be a map` });
        return;
      }
    }
  };
  expectMaps(['metadata', 'annotations']);
  expectMaps(['metadata', 'labels'], 1);
  const bearer = podBearer(object.kind);
  if (!bearer) { return found; }

  expectMaps([...bearer.pod, 'spec']);
  if (bearer.pod.length > 0) {
    expectMaps([...bearer.pod, 'metadata', 'annotations'], bearer.pod.length);
    expectMaps([...bearer.pod, 'metadata', 'labels'], bearer.pod.length + 1);
  }
  const spec = mapAt(object, ...bearer.pod, 'spec');
  for (const list of CONTAINER_LISTS) {
    const steps = [...bearer.pod, 'spec', list];
    const containers = valueAt(spec, list);
    if (containers === undefined) { continue; }
    if (!Array.isArray(containers)) {
      found.push({ path: fieldPath('', steps), problem: `is ${typeName(containers)}, but must be a list` });
      continue;
    }
    containers.forEach((container, index) => {
      if (!isMap(container)) {
        found.push({ path: fieldPath('', [...steps, index]), problem: `is ${typeName(container)}, but must be a map` });
      }
    });
  }
  return found;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) { return 'empty'; }
  if (Array.isArray(value)) { return 'a list'; }
  return isMap(value) ? 'a map' : `the ${typeof value} ${JSON.stringify(value)?.slice(0, 60)}`;
}
