import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const EXAMPLES = join(ROOT, 'examples');
const preloaded = ['ts-node/register/transpile-only', 'tsconfig-paths/register'].flatMap((module) => ['-r', require.resolve(module)]);
const names = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('the examples are the ones that the documentation names', () => {
  expect(names.sort()).toEqual(['online-boutique', 'quickstart']);
});

test.each(names)('%s synthesizes to its golden manifests', (name) => {
  const outdir = mkdtempSync(join(tmpdir(), 'bulwark-example-'));
  try {
    execFileSync(process.execPath, [...preloaded, join(EXAMPLES, name, 'main.ts')], {
      cwd: outdir, env: { ...process.env, CDK8S_OUTDIR: outdir, TS_NODE_PROJECT: join(EXAMPLES, 'tsconfig.json') },
    });
    expect(filesIn(outdir)).toEqual(filesIn(join(EXAMPLES, name, 'manifests')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}, 60_000);

test('the quickstart stays under 30 lines', () => {
  expect(readFileSync(join(EXAMPLES, 'quickstart/main.ts'), 'utf8').trim().split('\n').length).toBeLessThan(30);
});
