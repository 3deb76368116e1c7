import { Event, EVENT_ID, parseEvents } from 'js-yaml';
import { ReadingError } from './reading-error';

/** Deeper than any manifest, and no danger to code that walks a value by recursion. */
const MAX_DEPTH = 256;

const PADDING = ' '.repeat(12);

/** Every padded line costs one more pass; a document that needs more characters read than this is refused. */
const MAX_CHARACTERS = 10_000_000;

/**
 * The parser events of a piece of YAML.
 *
 * A line that begins within brackets or quotes must be indented deeper than the field, says YAML 1.2, and js-yaml insists.
 * Kubernetes' parser never looks, and `args: [` closed by a `]` below it is common. So such lines are padded until js-yaml is
 * content, and the events are moved back to where the text stands in the source.
 *
 * @throws ReadingError, with an offset in the source, if it is malformed
 */
export function looseEvents(source: string): Event[] {
  const padded: number[] = [];
  let text = source;
  for (let characters = source.length; ; characters += text.length) {
    try {
      const events = parseEvents(text, { maxDepth: MAX_DEPTH });
      if (padded.length > 0) { events.forEach((event) => moveBack(event, padded)); }
      return events;
    } catch (error) {
      const { reason, mark } = error as { reason?: string; mark?: { position: number } };
      if (reason === undefined) { throw error; }
      const position = mark?.position ?? 0;
      const line = reason === 'deficient indentation' && characters < MAX_CHARACTERS ? lineWithin(text, position) : undefined;
      if (line === undefined) { throw new ReadingError(reason, inSource(position, padded)); }
      padded.push(inSource(line, padded));
      text = text.slice(0, line) + PADDING + text.slice(line);
    }
  }
}

/** Where the line of a position begins, if nothing but space stands before it: then brackets or quotes were open when the line began. */
function lineWithin(text: string, position: number): number | undefined {
  const start = Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
  const isMarker = position === start && /^(---|\.\.\.)(?!\S)/.test(text.slice(start, start + 4));
  return !isMarker && /^ *$/.test(text.slice(start, position)) ? start : undefined;
}

function moveBack(event: Event, padded: readonly number[]): void {
  switch (event.type) {
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      event.start = inSource(event.start, padded);
      break;
    case EVENT_ID.SCALAR:
      event.valueStart = inSource(event.valueStart, padded);
      event.valueEnd = inSource(event.valueEnd, padded);
      break;
    case EVENT_ID.ALIAS:
      break;
    default:
      return;
  }
  event.anchorStart = inSource(event.anchorStart, padded);
  event.anchorEnd = inSource(event.anchorEnd, padded);
  if (event.type === EVENT_ID.ALIAS) { return; }
  event.tagStart = inSource(event.tagStart, padded);
  event.tagEnd = inSource(event.tagEnd, padded);
}

/** From an offset in the padded text; `padded` are the offsets in the source that were padded, in order. */
function inSource(offset: number, padded: readonly number[]): number {
  let low = 0;
  let high = padded.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (padded[middle] + (middle + 1) * PADDING.length <= offset) { low = middle + 1; } else { high = middle; }
  }
  return offset - low * PADDING.length;
}
