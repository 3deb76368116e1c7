/** Part of a text that can be read by itself. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text before every line that begins a document, so that a malformed document spoils no other.
 * Exact, because YAML allows `---` at the start of a line nowhere else.
 */
export function* pieces(text: string): Generator<Piece> {
  let start = 0;
  for (let at = nextMarker(text, 0); at !== -1; at = nextMarker(text, at + 1)) {
    if (at === start || followsDirective(text, at)) { continue; }
    yield { start, end: at };
    start = at;
  }
  yield { start, end: text.length };
}

/**
 * The values of concatenated JSON, such as `jq` prints: kubectl takes it, YAML does not know it.
 * Nothing if the piece is something else.
 */
export function concatenatedJson(text: string, piece: Piece): Piece[] {
  const values: Piece[] = [];
  let start = piece.start;
  let depth = 0;
  for (const token of text.slice(piece.start, piece.end).matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|["{}[\]]/g)) {
    if (token[0] === '"') { return []; }
    if (token[0] === '{' || token[0] === '[') { depth++; }
    if (token[0] !== '}' && token[0] !== ']' || --depth !== 0) { continue; }
    const end = piece.start + token.index + 1;
    if (!isJson(text.slice(start, end))) { return []; }
    values.push({ start, end });
    start = end;
  }
  return text.slice(start, piece.end).trim() === '' ? values : [];
}

function nextMarker(text: string, from: number): number {
  if (from === 0 && isMarker(text, 0)) { return 0; }
  for (let at = text.indexOf('\n---', Math.max(0, from - 1)); at !== -1; at = text.indexOf('\n---', at + 1)) {
    if (isMarker(text, at + 1)) { return at + 1; }
  }
  return -1;
}

function isMarker(text: string, at: number): boolean {
  return text.startsWith('---', at) && (at + 3 === text.length || ' \t\r\n'.includes(text[at + 3]));
}

function followsDirective(text: string, marker: number): boolean {
  return text[text.lastIndexOf('\n', marker - 2) + 1] === '%';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
