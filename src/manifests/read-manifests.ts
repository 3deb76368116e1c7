import { NoTextError, decodeText } from './decode-text';
import { ManifestFile, STANDARD_INPUT, findFiles } from './find-files';
import { ManifestText } from './manifest-text';
import { readBytes, readStandardInput } from './read-bytes';
import { FileContent, readDocuments } from './read-documents';
import { systemReason } from './system-reason';
import { InputError } from '../findings/finding';
import { ManifestObject } from '../kubernetes/manifest-object';

/** How to read. */
export interface ReadOptions {
  /**
   * The content of standard input, asked for when a path is `-`.
   *
   * @default - read from the process
   */
  readonly standardInput?: () => Buffer;

  /**
   * Told which file is read next.
   *
   * @default - nobody is told
   */
  readonly onFile?: (path: string) => void;
}

/** What was read. */
export interface Manifests {
  /** In the order of paths, files and documents. */
  readonly objects: readonly ManifestObject[];
  /** Everything that could not be judged. */
  readonly errors: readonly InputError[];
  /** Files found in directories that are well-formed but hold nothing meant for a cluster, such as `values.yaml`. */
  readonly passedOver: readonly string[];
}

/**
 * Reads the Kubernetes objects that paths lead to: files, directories (searched for `.yaml`, `.yml` and
 * `.json`), and `-` for standard input.
 *
 * Never throws on account of what it reads: whatever cannot be judged becomes an error, and the rest is
 * read all the same. A file that was named must hold Kubernetes objects or nothing; in a directory,
 * files of other tools are passed over. A directory without objects is an error, and so is no object at all.
 */
export function readManifests(paths: readonly string[], options: ReadOptions = {}): Manifests {
  const found = findFiles(paths);
  const objects: ManifestObject[] = [];
  const errors: InputError[] = [...found.errors];
  const passedOver: string[] = [];
  const barren = new Set(found.directories);

  for (const file of found.files) {
    options.onFile?.(file.path);
    const content = readFile(file, options);
    if (file.root !== undefined && !content.isManifest) {
      passedOver.push(file.path);
      continue;
    }
    for (const object of content.objects) { objects.push(object); }
    for (const error of content.errors) { errors.push(error); }
    if (content.objects.length + content.errors.length > 0) { barren.delete(file.root ?? ''); }
  }

  for (const directory of barren) { errors.push({ file: directory, message: 'no Kubernetes object in this directory' }); }
  if (objects.length + errors.length === 0) { errors.push({ file: paths.join(', '), message: 'no Kubernetes object found' }); }
  return { objects, errors, passedOver };
}

function readFile({ path }: ManifestFile, options: ReadOptions): FileContent {
  try {
    return readDocuments(new ManifestText(path, readText(path, options)));
  } catch (error) {
    const position = error instanceof NoTextError ? error.position : {};
    return { objects: [], errors: [{ file: path, ...position, message: systemReason(error) }], isManifest: true };
  }
}

function readText(path: string, { standardInput = readStandardInput }: ReadOptions): string {
  return decodeText(path === STANDARD_INPUT ? standardInput() : readBytes(path));
}
