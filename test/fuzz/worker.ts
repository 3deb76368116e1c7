import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { originals, spoiled } from './documents';
import { mishap } from './judge';
import { Random } from '../../bench/manifests/random';

export interface FuzzTask {
  readonly root: string;
  readonly documents: number;
  readonly seed: number;
  /** Where the number of the application at work is written, for whoever watches. */
  readonly at: SharedArrayBuffer;
}

export interface Mishap {
  readonly application: number;
  readonly what: string;
  readonly text: string;
}

/** Documents that are judged together, so that rules about several objects have something to look at. */
export const TOGETHER = 4;

const { root, documents, seed, at } = workerData as FuzzTask;
const progress = new Int32Array(at);
const sources = originals(join(root, 'test', 'rules'));
const random = new Random(seed);

for (let application = 0; application * TOGETHER < documents; application++) {
  Atomics.store(progress, 0, application);
  const text = Array.from({ length: TOGETHER }, () => spoiled(random.pick(sources), random)).join('\n---\n');
  const what = mishap(text, application % 50 === 0);
  if (what !== undefined) { parentPort!.postMessage({ application, what, text } satisfies Mishap); }
}
parentPort!.postMessage(undefined);
