import { parentPort, workerData } from 'node:worker_threads';
import { TOGETHER, applications } from './documents';
import { mishap } from './judge';

export interface FuzzTask {
  readonly fixtures: string;
  readonly documents: number;
  readonly seed: number;
  /** For whoever watches: the number of the application at work, and whether it is being judged (1) or made (0). */
  readonly at: SharedArrayBuffer;
}

export interface Mishap {
  readonly application: number;
  readonly what: string;
  readonly text: string;
}

const { fixtures, documents, seed, at } = workerData as FuzzTask;
const progress = new Int32Array(at);

let application = 0;
for (const text of applications(fixtures, seed)) {
  Atomics.store(progress, 1, 1);
  const what = mishap(text, application % 50 === 0);
  if (what !== undefined) { parentPort!.postMessage({ application, what, text } satisfies Mishap); }
  application++;
  Atomics.store(progress, 0, application);
  Atomics.store(progress, 1, 0);
  if (application * TOGETHER >= documents) { break; }
}
parentPort!.postMessage(undefined);
