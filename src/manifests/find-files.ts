import { Dirent, readdirSync, realpathSync, statSync } from 'fs';
import { join } from 'path';
import { systemReason } from './system-reason';
import { InputError } from '../findings/finding';

/** Path that stands for standard input. */
export const STANDARD_INPUT = '-';

const MANIFEST = /\.(?:ya?ml|json)$/i;

/** Directories of other people's files, which are not searched: nothing in them is meant for a cluster. */
const FOREIGN = new Set(['.git', 'node_modules']);

/** A file to read. */
export interface ManifestFile {
  readonly path: string;
  /** The directory it was found in, as it was given; absent for a file that was named itself. */
  readonly root?: string;
}

/** What there is to read, and what could not be looked at. */
export interface FoundFiles {
  readonly files: readonly ManifestFile[];
  /** The directories among the paths, each once. */
  readonly directories: readonly string[];
  readonly errors: readonly InputError[];
}

/** The files that paths lead to: directories searched in the order of names, symbolic links followed, every file once. */
export function findFiles(paths: readonly string[]): FoundFiles {
  const search = new Search();
  for (const path of paths) { search.add(path); }
  return search;
}

class Search implements FoundFiles {
  public readonly files: ManifestFile[] = [];
  public readonly directories: string[] = [];
  public readonly errors: InputError[] = [];
  private readonly seen = new Set<string>();

  public add(path: string): void {
    this.reporting(path, () => {
      const stats = path === STANDARD_INPUT ? undefined : statSync(path);
      if (stats?.isDirectory()) {
        const real = realpathSync.native(path);
        if (!this.seen.has(real)) { this.directories.push(path); }
        this.search(path, real, path, []);
      } else {
        this.addOnce({ path }, stats?.isFile() ? realpathSync.native(path) : path);
      }
    });
  }

  private search(directory: string, real: string, root: string, above: readonly string[]): void {
    if (above.includes(real)) { throw new Error('directory loop: a symbolic link leads back to a directory above it'); }
    if (this.seen.has(real)) { return; }
    this.seen.add(real);
    const entries = readdirSync(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(directory, entry.name);
      this.reporting(path, () => this.enter(entry, path, join(real, entry.name), root, [...above, real]));
    }
  }

  private enter(entry: Dirent, path: string, real: string, root: string, above: readonly string[]): void {
    const isPlain = entry.isDirectory() || entry.isFile();
    const kind = isPlain ? entry : statSync(path);
    const target = isPlain ? real : realpathSync.native(path);
    if (kind.isDirectory()) {
      if (!FOREIGN.has(entry.name)) { this.search(path, target, root, above); }
    } else if (MANIFEST.test(entry.name)) {
      if (!kind.isFile()) { throw new Error('neither a file nor a directory'); }
      this.addOnce({ path, root }, target);
    }
  }

  private addOnce(file: ManifestFile, real: string): void {
    if (this.seen.has(real)) { return; }
    this.seen.add(real);
    this.files.push(file);
  }

  private reporting(path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.errors.push({ file: path, message: systemReason(error) });
    }
  }
}
