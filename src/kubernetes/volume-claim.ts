import { fieldOf } from './namespaced-object';

/** What a PersistentVolumeClaim asks for. */
export interface VolumeClaimLike {
  readonly storage: unknown;
  /** Missing means the default class of the cluster, which a manifest does not know. */
  readonly storageClass?: string;
}

/** Reads a PersistentVolumeClaim, or the template of one. */
export function claimOf(claim: unknown): VolumeClaimLike {
  const storageClass = fieldOf(claim, 'spec', 'storageClassName');
  return {
    storage: fieldOf(claim, 'spec', 'resources', 'requests', 'storage'),
    storageClass: typeof storageClass === 'string' ? storageClass : undefined,
  };
}
