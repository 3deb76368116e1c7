import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process needed, in milliseconds and megabytes. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const RESOURCES = join(tmpdir(), `resources-${process.pid}.json`);

/** Runs a program of Node.js to its end; its report goes where nobody reads it. */
export function node(...words: readonly string[]): Cost {
  const wall = timed(process.execPath, ['--require', join(__dirname, 'resources.js'), ...words]);
  const { cpu, megabytes } = JSON.parse(readFileSync(RESOURCES, 'utf8')) as Omit<Cost, 'wall'>;
  rmSync(RESOURCES);
  return { wall, cpu, megabytes };
}

/** Runs any program; 1 is how checkers say that they found something. Milliseconds on the clock. */
export function timed(program: string, words: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, words, {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, RESOURCES_FILE: RESOURCES }, encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || status === null || status > 1) { throw error ?? new Error(`${program} ${words.join(' ').slice(0, 200)}: status ${status}: ${stderr.slice(0, 500)}`); }
  return wall;
}

/** Of each figure its own median. */
export function median(costs: readonly Cost[]): Cost {
  const of = (figure: (cost: Cost) => number) => costs.map(figure).sort((one, other) => one - other)[Math.floor(costs.length / 2)];
  return { wall: of(({ wall }) => wall), cpu: of(({ cpu }) => cpu), megabytes: of(({ megabytes }) => megabytes) };
}
