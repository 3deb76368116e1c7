import { fieldPath } from './field-path';
import { listAt, textAt } from './object';
import { Pod } from './pod';

/** An object that a pod mounts as a volume. */
export interface MountedObject {
  readonly kind: string;
  readonly name: string;
  /** Below the spec of the pod. */
  readonly path: string;
}

const SOURCES = [
  { kind: 'Secret', field: 'secret', name: 'secretName' },
  { kind: 'ConfigMap', field: 'configMap', name: 'name' },
  { kind: 'PersistentVolumeClaim', field: 'persistentVolumeClaim', name: 'claimName' },
] as const;

/** What a pod mounts, by itself or projected together with others. */
export function mountedObjectsOf(pod: Pod): readonly MountedObject[] {
  return listAt(pod.spec, 'volumes').flatMap((volume, index) => [
    ...SOURCES.flatMap(({ kind, field, name }) => mounted(kind, textAt(volume, field, name), ['volumes', index, field, name])),
    ...listAt(volume, 'projected', 'sources').flatMap((source, at) => SOURCES
      .flatMap(({ kind, field }) => mounted(kind, textAt(source, field, 'name'), ['volumes', index, 'projected', 'sources', at, field, 'name']))),
  ]);
}

function mounted(kind: string, name: string | undefined, steps: readonly (string | number)[]): MountedObject[] {
  return name === undefined ? [] : [{ kind, name, path: fieldPath('', steps) }];
}
