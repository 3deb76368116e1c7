import { KubernetesObject } from './object';

/** Where something stands in a manifest; 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** An object and the manifest it stands in. `kind: List` is already expanded. */
export interface ManifestObject {
  readonly object: KubernetesObject;
  /** Empty for an object that never was in a file. */
  readonly file: string;
  /**
   * Position of a field, given as a path of `field-path.ts`, or of the nearest field above it that is written: an absent
   * field has none of its own. Worked out when asked, because most objects have no finding. Without a file: line 0, column 0.
   */
  readonly position: (path: string) => Position;
  /** Path of the construct that made the object, where it is known. */
  readonly construct?: string;
}
