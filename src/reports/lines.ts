/** Enough lines for one piece of text. */
const PIECE = 1000;

/** Lines that become one text: joined piece by piece, because a large report has hundreds of thousands. */
export class Lines {
  private readonly pieces: string[] = [];
  private lines: string[] = [];

  public add(lines: readonly string[]): void {
    for (const line of lines) { this.lines.push(line); }
    if (this.lines.length >= PIECE) { this.join(); }
  }

  public text(): string {
    this.join();
    return this.pieces.join('');
  }

  private join(): void {
    if (this.lines.length > 0) { this.pieces.push(`${this.lines.join('\n')}\n`); }
    this.lines = [];
  }
}
