import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs a program until standard input ends, which it does when we say so and also when we die,
 * however that happens; then kills it and removes its folder. Killed, not asked to stop: whatever
 * it would still want to write is thrown away.
 */
const LEASH = `
  folder=$1; shift
  exec 3<&0
  "$@" </dev/null 3<&- & program=$!
  trap 'kill -KILL "$program"; wait "$program"; rm -rf "$folder"; exit' HUP INT TERM
  { trap '' HUP INT TERM; read -r _; kill -TERM $$ || kill -KILL "$program"; } <&3 & holder=$!
  exec 3<&-
  wait "$program"
  kill -KILL "$holder"
`;

/** A program that cannot outlive this process. */
export class LeashedProcess {
  private readonly log: string;
  private readonly ended: Promise<void>;
  private readonly shell: ChildProcess;
  private hasEnded = false;

  /**
   * @param folder of its own, which goes when it goes
   */
  constructor(private readonly program: string, args: string[], private readonly folder: string) {
    this.log = join(folder, 'log');
    const output = openSync(this.log, 'w');
    this.shell = spawn('sh', ['-c', LEASH, 'leash', folder, program, ...args], { stdio: ['pipe', output, output] });
    closeSync(output);
    this.ended = new Promise<void>((resolve) => this.shell.on('error', () => resolve()).on('exit', () => resolve()))
      .then(() => { this.hasEnded = true; });
  }

  /** Fails, with the program's last words, when it no longer runs. */
  public assertRunning(): void {
    if (this.hasEnded) { throw new Error(`${this.program} ended by itself:\n${this.lastWords}`); }
  }

  public get lastWords(): string {
    return readFileSync(this.log, 'utf8').slice(-3000);
  }

  public async stop(): Promise<void> {
    this.shell.stdin?.end();
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
