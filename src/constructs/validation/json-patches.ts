import { ApiObject } from 'cdk8s';

/** Whether an object has JSON patches: what its construct says of itself is then not what comes out. */
export function isPatched(object: ApiObject): boolean {
  const { patches } = object as unknown as { patches?: unknown[] };
  return Array.isArray(patches) && patches.length > 0;
}
