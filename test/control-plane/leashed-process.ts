import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/**
 * Runs a program and kills it when standard input ends, which it does when we say so and also when
 * we die, however that happens. Killed, not asked: what these programs wrote is thrown away.
 */
const LEASH = `
  exec 3<&0
  "$@" </dev/null 3<&- & program=$!
  { read -r _; kill -KILL "$program"; } <&3 & holder=$!
  exec 3<&-
  wait "$program"; status=$?
  kill "$holder"
  exit "$status"
`;

/** A program that cannot outlive this process. */
export class LeashedProcess {
  private readonly shell: ChildProcess;
  private readonly ended: Promise<void>;
  private hasEnded = false;

  /**
   * @param log file that receives what the program prints
   */
  constructor(private readonly program: string, args: string[], private readonly log: string) {
    const output = openSync(log, 'w');
    this.shell = spawn('sh', ['-c', LEASH, 'leash', program, ...args], { stdio: ['pipe', output, output] });
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
  }
}
