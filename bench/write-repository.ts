import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './manifests/repository';

/** `write-repository.js FOLDER DOCUMENTS`: writes manifests to look at, or to give to other tools. */
export function writeRepository(folder: string, documents: number): { readonly files: readonly string[]; readonly bytes: number } {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  let bytes = 0;
  for (const { file, text } of repository(documents)) {
    const path = join(folder, file);
    writeFileSync(path, text);
    files.push(path);
    bytes += Buffer.byteLength(text);
  }
  return { files, bytes };
}

if (require.main === module) {
  const { files, bytes } = writeRepository(process.argv[2], Number(process.argv[3] ?? 20_000));
  process.stdout.write(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
}
