import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { applications } from './documents';
import type { FuzzTask, Mishap } from './worker';

/**
 * `main.js [DOCUMENTS] [SEED]`: reads and judges spoiled documents, the same in every run. Status 1 if anything crashed, took longer than a
 * second or met an internal error; what did is written to a file.
 */
const [documents = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const PATIENCE = 60;
const SHOWN = 10;

const at = new SharedArrayBuffer(8);
const progress = new Int32Array(at);
const fixtures = join(__dirname, '..', '..', '..', '..', 'test', 'rules');
const task: FuzzTask = { fixtures, documents, seed, at };
const worker = new Worker(join(__dirname, 'worker.js'), { workerData: task });
const mishaps = new Map<string, Mishap>();
let last = -1;
let waited = 0;

const watch = setInterval(() => {
  waited = progress[0] === last ? waited + 1 : 0;
  last = progress[0];
  if (waited >= PATIENCE) {
    hung(last);
  }
}, 1_000);

worker.on('message', (mishap: Mishap | undefined) => {
  if (mishap) {
    // one of each kind is enough to look at
    const kind = mishap.what.split('\n').slice(0, 3).join('\n').replace(/"[^"]*"|\d+/g, '…');
    if (!mishaps.has(kind)) { mishaps.set(kind, mishap); }
    return;
  }
  clearInterval(watch);
  for (const { application, what, text } of [...mishaps.values()].slice(0, SHOWN)) {
    process.stdout.write(`${kept(application, text)}: ${what.slice(0, 1_000)}\n`);
  }
  process.stdout.write(`${documents} documents, seed ${seed}: ${mishaps.size === 0 ? 'nothing crashed, hung or failed' : `${mishaps.size} kinds of mishap`}\n`);
  process.exitCode = mishaps.size === 0 ? 0 : 1;
});
/** What is made is the same every time, so that what hung can be made again. */
function hung(application: number): never {
  if (progress[1] === 0) {
    process.stderr.write(`making application ${application} has not ended for ${PATIENCE} s\n`);
    process.exit(1);
  }
  let number = 0;
  for (const text of applications(fixtures, seed)) {
    if (number === application) {
      process.stderr.write(`${kept(application, text)}: not judged after ${PATIENCE} s\n`);
      break;
    }
    number++;
  }
  process.exit(1);
}

function kept(application: number, text: string): string {
  const file = join(tmpdir(), `fuzz-${seed}-${application}.yaml`);
  writeFileSync(file, text);
  return file;
}

worker.on('error', (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
