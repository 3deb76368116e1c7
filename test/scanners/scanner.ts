import { mkdirSync, mkdtempSync, existsSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Somebody else's program, pinned to one version, that judges manifests. */
export interface Scanner {
  readonly name: string;
  readonly version: string;
  /** What a machine must have, for the person who reads that it has not. */
  readonly needs: string;
  /** Installs it into an empty folder; throws where the machine lacks something. */
  install(folder: string): void;
}

/**
 * The tests of one scanner, given the folder it is installed in. Where it can't be had they are
 * skipped aloud, and in CI they fail: an absent judge never counts as a satisfied one.
 */
export function describeScanner(scanner: Scanner, tests: (folder: string) => void): void {
  const title = `${scanner.name} ${scanner.version}`;
  let folder: string;
  try {
    folder = findOrInstall(scanner);
  } catch (error) {
    const missing = `${title} needs ${scanner.needs}: ${(error as Error).message}`;
    if (process.env.CI === 'true') { throw new Error(missing); }
    process.stderr.write(`SKIPPED: ${missing}\n`);
    describe.skip(title, () => tests(''));
    return;
  }
  describe(title, () => tests(folder));
}

/** Installed once into the user's cache, beside the target and then moved, so that no run ever sees half of it. */
export function findOrInstall(scanner: Scanner): string {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-bulwark');
  const folder = join(cache, `${scanner.name}-${scanner.version}-${process.platform}-${process.arch}`);
  if (existsSync(folder)) { return folder; }
  mkdirSync(cache, { recursive: true });
  const workshop = mkdtempSync(`${folder}.installing-`);
  try {
    scanner.install(workshop);
    renameSync(workshop, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return folder;
}
