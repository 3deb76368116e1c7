import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** A manifest that every scanner must complain about: what proves that silence means something. */
export const BROKEN = join(__dirname, 'broken');

/** The examples by name, each with the folder of its golden manifests. */
export function examples(): Array<[name: string, folder: string]> {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(EXAMPLES, entry.name, 'main.ts')))
    .map((entry) => [entry.name, join(EXAMPLES, entry.name, 'manifests')]);
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort().map((file) => join(folder, file));
}

/** Every object of the manifests in a folder, as `Kind/name`. */
export function objectsIn(folder: string): string[] {
  return filesIn(folder).flatMap((file) => Yaml.load(file)).map((object) => `${object.kind}/${object.metadata.name}`);
}
