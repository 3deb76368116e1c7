import { writeSync } from 'fs';
import { isatty } from 'tty';

const OUT = 1;
const ERR = 2;
const CHUNK = 65_536;

/** Where commands write. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly hasColour: boolean;
  /** Whether somebody watches standard error. */
  readonly isWatched: boolean;
}

/** The terminal, files or pipes that the process was started with. */
export function processTerminal(): Terminal {
  const { NO_COLOR, TERM } = process.env;
  return {
    out: (text) => writeAll(OUT, text),
    err: (text) => writeAll(ERR, text),
    hasColour: !NO_COLOR && TERM !== 'dumb' && isatty(OUT),
    isWatched: TERM !== 'dumb' && isatty(ERR),
  };
}

/** Writes before it returns, so that nothing is lost when the process ends, and in pieces, so that a long report is not held twice. */
function writeAll(descriptor: number, text: string): void {
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start + CHUNK);
    if (!writePiece(descriptor, Buffer.from(text.slice(start, end)))) { return; }
    start = end;
  }
}

/** Not between the two halves of a character. */
function pieceEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end + 1 : end;
}

/** False where nobody reads any more, as in `bulwark check . | head`. */
function writePiece(descriptor: number, bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') { return false; }
      // a pipe that its other end set to non-blocking, and that is full
      if (code !== 'EAGAIN') { throw error; }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  return true;
}
