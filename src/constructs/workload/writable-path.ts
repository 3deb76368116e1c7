import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { NANOS_PER_UNIT, parseQuantity } from '../../kubernetes/quantity';
import { PropCheck } from '../validation/prop-check';
import { flag, listOf, struct, text } from '../validation/shape';

const MEBIBYTE = 1024n * 1024n;
const DEFAULT_SIZE_LIMIT = '64Mi';

/**
 * A path that a container may write to although its root file system is read-only.
 *
 * It is an `emptyDir`: empty at the start of each pod, gone with it, never more than its size.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export interface WritablePath {
  /**
   * Absolute path in the container, such as `/tmp`.
   */
  readonly path: string;

  /**
   * How much may be written, as a Kubernetes quantity; the pod is evicted above it. Rounded up to whole Mi.
   *
   * @default 64Mi
   */
  readonly sizeLimit?: string;

  /**
   * Keep the files in memory, so that they never reach a disk; they count against the memory limit.
   *
   * @default false - the files are on the node's disk
   */
  readonly inMemory?: boolean;
}

export const WRITABLE_PATHS = listOf(struct<WritablePath>({ path: text, sizeLimit: text, inMemory: flag }), 'a list of writable paths');

/** Mounts the paths into a container, as volumes below `scope`. */
export function mountWritablePaths(scope: kplus.AbstractPod, container: kplus.Container, paths: WritablePath[]): void {
  paths.forEach((writable, index) => {
    const id = `Writable${index}`;
    container.mount(writable.path, kplus.Volume.fromEmptyDir(scope, id, volumeName(writable.path, index), {
      sizeLimit: Size.mebibytes(Number(bytesOf(writable) / MEBIBYTE)),
      medium: writable.inMemory ? kplus.EmptyDirMedium.MEMORY : undefined,
    }));
  });
}

/** Bytes that the paths may fill on the node's disk. */
export function bytesOnDisk(paths: WritablePath[]): bigint {
  return paths.filter((path) => !path.inMemory).reduce((sum, path) => sum + bytesOf(path), 0n);
}

/** What is wrong with the paths as they were given. */
export function writablePathChecks(paths: WritablePath[]): PropCheck[] {
  return paths.flatMap(({ path, sizeLimit }, index) => [
    {
      when: typeof path !== 'string' || !path.startsWith('/') || path === '/' || path.includes(':') || path.split('/').includes('..'),
      prop: `writablePaths[${index}].path`, given: path, allowed: 'an absolute path below /, without ".." and ":"',
    },
    {
      when: paths.findIndex((other) => other.path === path) !== index,
      prop: `writablePaths[${index}].path`, given: path, allowed: 'a path that is not in the list already',
    },
    {
      when: sizeLimit !== undefined && !(parseQuantity(sizeLimit)! > 0n),
      prop: `writablePaths[${index}].sizeLimit`, given: sizeLimit, allowed: 'a positive quantity such as 64Mi',
    },
  ]);
}

function bytesOf({ sizeLimit }: WritablePath): bigint {
  const unit = NANOS_PER_UNIT * MEBIBYTE;
  const nanos = parseQuantity(sizeLimit ?? DEFAULT_SIZE_LIMIT) ?? 0n;
  return ((nanos > 0n ? nanos : 0n) + unit - 1n) / unit * MEBIBYTE;
}

/** Recognisable in `kubectl describe`, unique by its index. */
function volumeName(path: string, index: number): string {
  const readable = `${path}`.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 40).replace(/-+$/, '');
  return `writable-${index}${readable ? `-${readable}` : ''}`;
}
