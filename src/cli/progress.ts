import { Terminal } from './terminal';

const PATIENCE_MS = 1000;
const REFRESH_MS = 200;
const ERASE_LINE = '\r\u001b[K';

/** One line that says what is going on, for those who have waited a second. Watched, it keeps changing and goes away at the end. */
export class Progress {
  private next: number;
  private isShown = false;

  public constructor(private readonly terminal: Terminal, private readonly now: () => number = Date.now) {
    this.next = now() + PATIENCE_MS;
  }

  public tick(describe: () => string): void {
    if (this.isShown && !this.terminal.isWatched) { return; }
    const time = this.now();
    if (time < this.next) { return; }
    this.next = time + REFRESH_MS;
    this.isShown = true;
    this.terminal.err(this.terminal.isWatched ? `${ERASE_LINE}bulwark: ${describe()}` : `bulwark: ${describe()}\n`);
  }

  public end(): void {
    if (this.isShown && this.terminal.isWatched) { this.terminal.err(ERASE_LINE); }
  }
}
