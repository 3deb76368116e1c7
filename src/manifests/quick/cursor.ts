import { BACKSLASH, COLON, DASH, DOUBLE_QUOTE, HASH, LINE_FEED, SPACE, isWord } from './characters';

/** Thrown at whatever is not of the plain kind that the quick reader knows: the full reader takes over. */
export const UNUSUAL = Symbol('unusual');

/** Moves through a piece of a text by lines and words. */
export class Cursor {
  /** Where reading goes on: at the first character of a line that has content, or behind a value. */
  protected at: number;
  /** Column of that character; -1 behind the last line. */
  protected indent = -1;

  public constructor(protected readonly text: string, start: number, protected readonly end: number) {
    this.at = start;
  }

  /** Goes to the next line that is neither empty nor a comment; called at the start of a line. */
  protected toContent(): void {
    while (this.at < this.end) {
      const start = this.at;
      this.skipSpaces();
      const code = this.text.charCodeAt(this.at);
      if (this.at < this.end && code !== LINE_FEED && code !== HASH) {
        this.indent = this.at - start;
        return;
      }
      this.skipLine();
    }
    this.indent = -1;
  }

  protected skipLine(): void {
    const lineFeed = this.text.indexOf('\n', this.at);
    this.at = lineFeed === -1 || lineFeed >= this.end ? this.end : lineFeed + 1;
  }

  /** Checks that nothing but space and a comment is left in the line, and goes to its end. */
  protected toLineEnd(): void {
    const start = this.at;
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (this.at >= this.end || code === LINE_FEED) { return; }
    if (code !== HASH || this.at === start) { throw UNUSUAL; }
    const lineFeed = this.text.indexOf('\n', this.at);
    this.at = lineFeed === -1 ? this.end : lineFeed;
  }

  /** Leaves a line behind whose end was reached. */
  protected toNextContent(): void {
    this.at++;
    this.toContent();
  }

  protected isItem(): boolean {
    if (this.text.charCodeAt(this.at) !== DASH) { return false; }
    const next = this.text.charCodeAt(this.at + 1);
    return next === SPACE || next === LINE_FEED || this.at + 1 >= this.end;
  }

  protected isColon(): boolean {
    if (this.text.charCodeAt(this.at) !== COLON) { return false; }
    const next = this.text.charCodeAt(this.at + 1);
    return next === SPACE || next === LINE_FEED || this.at + 1 >= this.end;
  }

  protected skipWord(): void {
    while (isWord(this.text.charCodeAt(this.at))) { this.at++; }
  }

  protected skipQuoted(quote: number): void {
    for (let at = this.at + 1; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === LINE_FEED || code === BACKSLASH && quote === DOUBLE_QUOTE) { break; }
      if (code === quote) {
        if (this.text.charCodeAt(at + 1) === quote) { break; }
        this.at = at + 1;
        return;
      }
    }
    throw UNUSUAL;
  }

  protected skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) { this.at++; }
  }
}
