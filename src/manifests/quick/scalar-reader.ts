import { COLON, DASH, DOUBLE_QUOTE, HASH, LINE_FEED, SINGLE_QUOTE, SPACE, isIndicator, isWord } from './characters';
import { Cursor, UNUSUAL } from './cursor';
import { NodeTable } from '../node-table';
import { Scalar, plainScalar } from '../plain-scalar';

/** Reads keys and scalars that end within their line, and literal blocks. */
export class ScalarReader extends Cursor {
  public constructor(text: string, start: number, end: number, protected readonly nodes: NodeTable) {
    super(text, start, end);
  }

  protected isKey(): boolean {
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      this.skipQuoted(code);
    } else {
      this.skipWord();
    }
    const isKey = this.at > start && this.isColon();
    this.at = start;
    return isKey;
  }

  /** Reads a key and the colon after it. */
  protected key(): string {
    const code = this.text.charCodeAt(this.at);
    const key = code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? this.quoted(code) : this.word();
    if (!this.isColon()) { throw UNUSUAL; }
    this.at++;
    if (typeof key === 'string') { return key; }
    if (key === null) { throw UNUSUAL; }
    return String(key);
  }

  protected word(): Scalar {
    const start = this.at;
    this.skipWord();
    const code = this.text.charCodeAt(start);
    if (this.at === start || isIndicator(code) || code === DASH && !isWord(this.text.charCodeAt(start + 1))) { throw UNUSUAL; }
    return this.scalar(start, this.at);
  }

  protected plain(): Scalar {
    const start = this.at;
    const first = this.text.charCodeAt(start);
    if (isIndicator(first) || this.isItem()) { throw UNUSUAL; }
    let end = start;
    for (let at = start; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === LINE_FEED || code === HASH && at > end) { break; }
      if (code === COLON) {
        const next = this.text.charCodeAt(at + 1);
        if (next === SPACE || next === LINE_FEED || at + 1 >= this.end) { throw UNUSUAL; }
      }
      if (code !== SPACE) { end = at + 1; }
    }
    this.at = end;
    return this.scalar(start, end);
  }

  protected quoted(quote: number): string {
    const start = this.at + 1;
    this.skipQuoted(quote);
    this.nodes.addScalar(start, this.at - 1);
    return this.text.slice(start, this.at - 1);
  }

  /** A literal block scalar without an indentation indicator, its last line breaks clipped or stripped. */
  protected literal(indent: number): string {
    const isStripped = this.text.charCodeAt(++this.at) === DASH;
    if (isStripped) { this.at++; }
    if (this.text.charCodeAt(this.at++) !== LINE_FEED) { throw UNUSUAL; }
    this.nodes.addScalar(this.at, this.at);
    const lines: string[] = [];
    let column = 0;
    while (this.at < this.end) {
      const start = this.at;
      this.skipSpaces();
      const isBlank = this.text.charCodeAt(this.at) === LINE_FEED;
      const found = this.at - start;
      if (isBlank && found > 0 || column === 0 && !isBlank && found <= indent) { throw UNUSUAL; }
      if (!isBlank && column > 0 && found < column) {
        this.at = start;
        break;
      }
      if (!isBlank && column === 0) { column = found; }
      this.skipLine();
      const end = this.text.charCodeAt(this.at - 1) === LINE_FEED ? this.at - 1 : this.at;
      lines.push(isBlank ? '' : this.text.slice(start + column, end));
    }
    while (lines.length > 0 && lines[lines.length - 1] === '') { lines.pop(); }
    if (lines.length === 0) { throw UNUSUAL; }
    this.toContent();
    if (this.indent > indent) { throw UNUSUAL; }
    return lines.join('\n') + (isStripped ? '' : '\n');
  }

  private scalar(start: number, end: number): Scalar {
    this.nodes.addScalar(start, end);
    const value = plainScalar(this.text.slice(start, end));
    if (typeof value === 'number' && !Number.isFinite(value)) { throw UNUSUAL; }
    return value;
  }
}
