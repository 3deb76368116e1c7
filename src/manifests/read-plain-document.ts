import { buildDocuments } from './build-documents';
import { NoTextError, decodeText } from './decode-text';
import { ManifestText } from './manifest-text';
import { readBytes } from './read-bytes';
import { ReadingError } from './reading-error';
import { systemReason } from './system-reason';
import { InputError } from '../findings/finding';
import { Position } from '../kubernetes/manifest-object';

/** The one document of a YAML or JSON file that is no manifest, such as settings. */
export interface PlainDocument {
  /** Null where the file is empty. */
  readonly value: unknown;
  /** As of a `ManifestObject`. */
  readonly position: (path: string) => Position;
}

/** Reads such a file; one that cannot be read is an error. */
export function readPlainDocument(file: string): PlainDocument | InputError {
  let source: ManifestText | undefined;
  try {
    source = new ManifestText(file, decodeText(readBytes(file)));
    const { text, nodes } = source;
    const [{ value, node } = { value: null, node: 0 }, second] = buildDocuments(text, 0, text.length, nodes);
    if (second) { throw new ReadingError('a second document begins; only one is expected', nodes.offset(second.node)); }
    return { value, position: (path) => source!.position(node, path) };
  } catch (error) {
    return { file, ...positionOf(error, source), message: systemReason(error) };
  }
}

function positionOf(error: unknown, source: ManifestText | undefined): Partial<Position> {
  if (error instanceof NoTextError) { return error.position; }
  return error instanceof ReadingError && source ? source.at(error.offset) : {};
}
