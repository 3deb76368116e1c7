import { isAscii, isUtf8 } from 'buffer';
import { LineTable } from './line-table';
import { Position } from '../kubernetes/manifest-object';

/** Bytes that are no text, and where that shows. */
export class NoTextError extends Error {
  public readonly position: Position;

  public constructor(message: string, bytes: Buffer, offset: number) {
    super(message);
    this.position = new LineTable(bytes.toString('latin1')).position(offset);
  }
}

/**
 * The text of a file.
 *
 * Line separators of Unicode become line feeds, as go-yaml reads them: otherwise a field could hide
 * behind one at the end of a comment.
 *
 * @throws NoTextError if the bytes are no text
 */
export function decodeText(bytes: Buffer): string {
  if (isAscii(bytes) && !bytes.includes(0)) { return bytes.toString('latin1'); }
  if (bytes[0] === 0xff && bytes[1] === 0xfe || bytes[0] === 0xfe && bytes[1] === 0xff) {
    throw new NoTextError('the file is UTF-16: save it as UTF-8', bytes, 0);
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) { throw new NoTextError('the file is binary (it holds a NUL byte): a manifest is text', bytes, nul); }
  if (!isUtf8(bytes)) {
    throw new NoTextError('the file is not UTF-8: save it as UTF-8, or leave it out if it is no manifest', bytes, firstLineThatIsNoUtf8(bytes));
  }
  return bytes.toString('utf8').replace(/^\uFEFF/, '').replace(/[\u0085\u2028\u2029]/g, '\n');
}

function firstLineThatIsNoUtf8(bytes: Buffer): number {
  let start = 0;
  for (;;) {
    const lineFeed = bytes.indexOf(10, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1;
    if (end === bytes.length || !isUtf8(bytes.subarray(start, end))) { return start; }
    start = end;
  }
}
