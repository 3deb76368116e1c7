import { CLOSE_LIST, CLOSE_MAP, COMMA, DOUBLE_QUOTE, HASH, LINE_FEED, OPEN_LIST, OPEN_MAP, PIPE, SINGLE_QUOTE, SPACE } from './characters';
import { UNUSUAL } from './cursor';
import { ScalarReader } from './scalar-reader';
import { Document } from '../build-documents';
import { NodeTable } from '../node-table';

/** The full reader goes deeper. */
const MAX_DEPTH = 100;

const NEITHER_PRINTABLE_NOR_LINE_FEED = /[^\n -~]/;

/**
 * Reads one document of the plain kind that nearly all manifests are: printable ASCII, block style, flow
 * style within a line, scalars within a line, literal blocks; no anchors, tags, escapes or duplicate keys.
 * Several times faster than the full reader, and what it reads, it reads to the same value and nodes.
 *
 * @returns nothing if the document is of another kind or malformed
 */
export function quickDocument(text: string, start: number, end: number, nodes: NodeTable): Document | undefined {
  if (NEITHER_PRINTABLE_NOR_LINE_FEED.test(text.slice(start, end))) { return undefined; }
  const node = nodes.size;
  try {
    return { value: new DocumentReader(text, start, end, nodes).document(), node };
  } catch (error) {
    if (error !== UNUSUAL) { throw error; }
    nodes.truncate(node);
    return undefined;
  }
}

class DocumentReader extends ScalarReader {
  private depth = 0;

  public document(): unknown {
    if (this.text.startsWith('---', this.at)) {
      this.at += 3;
      this.toLineEnd();
      this.at++;
    }
    this.toContent();
    if (this.indent === -1) { throw UNUSUAL; }
    const value = this.block();
    if (this.indent !== -1) { throw UNUSUAL; }
    return value;
  }

  private block(): unknown {
    if (++this.depth > MAX_DEPTH) { throw UNUSUAL; }
    const value = this.isItem() ? this.sequence() : this.mapping();
    this.depth--;
    return value;
  }

  private mapping(): Record<string, unknown> {
    const { indent } = this;
    const node = this.nodes.open(this.at, true);
    const fields: Record<string, unknown> = {};
    do {
      const keyNode = this.nodes.size;
      const key = this.key();
      if (Object.hasOwn(fields, key) || key === '__proto__') { throw UNUSUAL; }
      fields[key] = this.fieldValue(indent, keyNode);
    } while (this.indent === indent);
    if (this.indent > indent) { throw UNUSUAL; }
    this.nodes.close(node);
    return Object.freeze(fields);
  }

  private fieldValue(indent: number, keyNode: number): unknown {
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (code !== LINE_FEED && code !== HASH && this.at < this.end) { return this.inlineValue(indent); }
    if (code === HASH) { this.skipLine(); } else { this.at++; }
    this.toContent();
    if (this.indent > indent || this.indent === indent && this.isItem()) { return this.block(); }
    const offset = this.nodes.offset(keyNode);
    this.nodes.addScalar(offset, offset);
    return null;
  }

  private sequence(): unknown[] {
    const { indent } = this;
    const node = this.nodes.open(this.at, false);
    const items: unknown[] = [];
    do { items.push(this.item(indent)); } while (this.indent === indent && this.isItem());
    if (this.indent > indent) { throw UNUSUAL; }
    this.nodes.close(node);
    return Object.freeze(items) as unknown[];
  }

  private item(indent: number): unknown {
    const dash = this.at++;
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (code === LINE_FEED || code === HASH || this.at >= this.end || this.isItem()) { throw UNUSUAL; }
    if (!this.isKey()) { return this.inlineValue(indent); }
    this.indent = indent + this.at - dash;
    return this.block();
  }

  /** A value that begins within a line: the lines after it must not belong to it. */
  private inlineValue(indent: number): unknown {
    const code = this.text.charCodeAt(this.at);
    if (code === PIPE) { return this.literal(indent); }
    const value = code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? this.quoted(code)
      : code === OPEN_LIST || code === OPEN_MAP ? this.flow(code)
        : this.plain();
    this.toLineEnd();
    this.toNextContent();
    if (this.indent > indent) { throw UNUSUAL; }
    return value;
  }

  /** A collection in flow style that ends within its line. */
  private flow(open: number): unknown {
    if (++this.depth > MAX_DEPTH) { throw UNUSUAL; }
    const node = this.nodes.open(this.at, open === OPEN_MAP);
    this.at++;
    const value = open === OPEN_MAP ? this.flowFields() : this.flowItems();
    this.nodes.close(node);
    this.depth--;
    return Object.freeze(value);
  }

  private flowItems(): unknown[] {
    const items: unknown[] = [];
    if (this.isFlowEnd(CLOSE_LIST)) { return items; }
    do { items.push(this.flowValue()); } while (!this.isFlowEnd(CLOSE_LIST) && this.isComma());
    return items;
  }

  private flowFields(): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    if (this.isFlowEnd(CLOSE_MAP)) { return fields; }
    do {
      this.skipSpaces();
      const key = this.key();
      if (this.text.charCodeAt(this.at) !== SPACE || Object.hasOwn(fields, key) || key === '__proto__') { throw UNUSUAL; }
      fields[key] = this.flowValue();
    } while (!this.isFlowEnd(CLOSE_MAP) && this.isComma());
    return fields;
  }

  private flowValue(): unknown {
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) { return this.quoted(code); }
    return code === OPEN_LIST || code === OPEN_MAP ? this.flow(code) : this.word();
  }

  private isFlowEnd(close: number): boolean {
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) !== close) { return false; }
    this.at++;
    return true;
  }

  private isComma(): boolean {
    if (this.text.charCodeAt(this.at) !== COMMA) { throw UNUSUAL; }
    this.at++;
    return true;
  }
}
