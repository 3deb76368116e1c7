import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LeashedProcess } from './leashed-process';

const TIMEOUT_MS = 20_000;

/** Writes its process id, then never ends. */
const ENDLESS = ['-c', 'echo $$ > "$0/pid"; while :; do sleep 1; done'];

test('a program runs until it is stopped, and its folder goes with it', async () => {
  const folder = scratch();
  const leashed = new LeashedProcess('sh', [...ENDLESS, folder], folder);
  const pid = await pidIn(folder);
  expect(isAlive(pid)).toBe(true);
  leashed.assertRunning();

  await leashed.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(folder)).toBe(false);
}, TIMEOUT_MS);

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('a program ends, and its folder goes, when its parent dies of %s', async (signal) => {
  const folder = scratch();
  const script = `
    const { LeashedProcess } = require(${JSON.stringify(require.resolve('./leashed-process'))});
    new LeashedProcess('sh', ${JSON.stringify([...ENDLESS, folder])}, ${JSON.stringify(folder)});
    setInterval(() => {}, 1000);
  `;
  const parent = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', script], { stdio: 'ignore' });
  const pid = await pidIn(folder);
  parent.kill(signal);
  await until(() => !isAlive(pid) && !existsSync(folder));
}, TIMEOUT_MS);

test('a program that ends by itself is reported with its last words', async () => {
  const folder = scratch();
  const leashed = new LeashedProcess('sh', ['-c', 'echo no such flag >&2; exit 2'], folder);
  await until(() => !runs(leashed));
  expect(() => leashed.assertRunning()).toThrow('sh ended by itself:\nno such flag');
  await leashed.stop();
  expect(existsSync(folder)).toBe(false);
}, TIMEOUT_MS);

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'leashed-'));
}

async function pidIn(folder: string): Promise<number> {
  const file = join(folder, 'pid');
  await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '');
  return Number(readFileSync(file, 'utf8'));
}

async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + TIMEOUT_MS / 2; Date.now() < deadline; await delay(20)) {
    if (holds()) { return; }
  }
  throw new Error('that did not come to pass');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function runs(leashed: LeashedProcess): boolean {
  try {
    leashed.assertRunning();
    return true;
  } catch {
    return false;
  }
}
