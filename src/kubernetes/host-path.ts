import { posix } from 'node:path';
import { listAt, textAt, valueAt } from './object';
import { Pod } from './pod';

/** A volume that is a path of the node. */
export interface HostPath {
  /** Name of the volume, whatever it is. */
  readonly volume: unknown;
  /** Where the path stands: `spec.volumes[0].hostPath.path`. */
  readonly field: string;
  /** In its shortest form, with slashes even for Windows, which loses its drive letter; missing when it is no text. */
  readonly path?: string;
}

export function hostPathsOf(pod: Pod): readonly HostPath[] {
  return listAt(pod.spec, 'volumes').flatMap((volume, index) => {
    if (valueAt(volume, 'hostPath') === undefined) { return []; }
    const path = textAt(volume, 'hostPath', 'path');
    return [{ volume: valueAt(volume, 'name'), field: `spec.volumes[${index}].hostPath.path`, ...path !== undefined && { path: normalizedHostPath(path) } }];
  });
}

/** Whether a path is a directory or in it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);
}

/** `//etc/../proc/` is `/proc`. */
export function normalizedHostPath(path: string): string {
  return posix.resolve('/', path.replaceAll('\\', '/').replace(/^[A-Za-z]:/, ''));
}
