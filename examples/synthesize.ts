import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';

/**
 * `synthesize.ts FOLDER [EXAMPLE…]`: runs the examples (all of them if none is named), each in a
 * process of its own as a user would, into FOLDER beside its main.ts, and says what came out.
 * An example that fails leaves the FOLDER that was there.
 */
const [folder, ...named] = process.argv.slice(2);
for (const example of named.length > 0 ? named : allExamples()) {
  const scratch = mkdtempSync(join(tmpdir(), `${example}-`));
  const fresh = join(scratch, folder);
  const status = run(join(__dirname, example, 'main.ts'), fresh);
  if (status === 0) { replace(join(__dirname, example, folder), fresh); }
  rmSync(scratch, { recursive: true });
  if (status !== 0) { process.exit(status ?? 1); }
  process.stdout.write(`${summary(example)}\n`);
}

function allExamples(): string[] {
  return readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function run(main: string, output: string): number | null {
  return spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-r', 'tsconfig-paths/register', main], {
    env: { ...process.env, TS_NODE_PROJECT: join(__dirname, 'tsconfig.json'), CDK8S_OUTDIR: output },
    stdio: 'inherit',
  }).status;
}

function replace(old: string, fresh: string): void {
  rmSync(old, { recursive: true, force: true });
  cpSync(fresh, old, { recursive: true });
}

/** One line per manifest file: its path, then how many objects of which kind. */
function summary(example: string): string {
  return readdirSync(join(__dirname, example, folder)).sort().map((file) => {
    const kinds = new Map<string, number>();
    for (const { kind } of Yaml.load(join(__dirname, example, folder, file))) { kinds.set(kind, (kinds.get(kind) ?? 0) + 1); }
    const counts = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
    return `examples/${example}/${folder}/${file}: ${counts}`;
  }).join('\n');
}
