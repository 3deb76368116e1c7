import { isMap } from '../../kubernetes/object';

/** Whether a field says nothing: absent, no map, or a map in which nothing is set. */
export function isEmpty(value: unknown): boolean {
  return !isMap(value) || Object.values(value).every((each) => each === null || each === undefined);
}
