import { closeSync, fstatSync, openSync, readSync } from 'fs';

/** Larger manifests don't occur; reading one would take gigabytes of memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

const STANDARD_INPUT = 0;
const CHUNK_BYTES = 64 * 1024;

/** The content of a file, a pipe or a device. */
export function readBytes(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    return readDescriptor(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Everything on standard input. */
export function readStandardInput(): Buffer {
  return readDescriptor(STANDARD_INPUT);
}

function readDescriptor(descriptor: number): Buffer {
  const chunks: Buffer[] = [];
  const expected = fstatSync(descriptor).size;
  assertSize(expected);
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, expected - total + 1));
    const length = readSome(descriptor, chunk);
    if (length === 0) { return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks); }
    chunks.push(chunk.subarray(0, length));
    total += length;
    assertSize(total);
  }
}

/** A pipe that its other end set to non-blocking says "try again" where it has nothing yet. */
function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') { return 0; }
      if (code !== 'EAGAIN') { throw error; }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function assertSize(bytes: number): void {
  if (bytes > MAX_FILE_BYTES) { throw new Error(`larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB: split it, or leave it out if it is no manifest`); }
}
