/** A value that a scalar can stand for. */
export type Scalar = string | number | boolean | null;

/** What a plain scalar may be besides a string, by its first character: for most scalars nothing. */
const NOTHING = 0;
const WORD = 1;
const WORD_OR_NUMBER = 2;
const HINTS = new Uint8Array(128);
for (const first of 'yYnNtTfFoO~') { HINTS[first.charCodeAt(0)] = WORD; }
for (const first of '0123456789+-.') { HINTS[first.charCodeAt(0)] = WORD_OR_NUMBER; }

const LONGEST_WORD = 5;
const WORDS = new Map<string, Scalar>();
for (const [value, words] of [
  [true, 'y Y yes Yes YES true True TRUE on On ON'],
  [false, 'n N no No NO false False FALSE off Off OFF'],
  [null, '~ null Null NULL'],
  [NaN, '.nan .NaN .NAN'],
  [Infinity, '.inf .Inf .INF +.inf +.Inf +.INF'],
  [-Infinity, '-.inf -.Inf -.INF'],
] as const) {
  for (const word of words.split(' ')) { WORDS.set(word, value); }
}

const SHORT_DECIMAL = /^(?:0|[1-9][0-9]{0,14})$/;
const PREFIXED = /^([-+]?)0([xX][0-9a-fA-F]+|[bB][01]+|[oO]?[0-7]+)$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const MAX_UINT64 = 2n ** 64n - 1n;
const MAX_INT64 = 2n ** 63n;

/**
 * What a plain scalar means to Kubernetes, which reads YAML with go-yaml v2: `yes` is true, `0644` and
 * `0o644` are 420, `1:30` and `2024-01-01` are strings. Neither YAML 1.1 nor 1.2 says the same.
 */
export function plainScalar(text: string): Scalar {
  if (text.length === 0) { return null; }
  const first = text.charCodeAt(0);
  const hint = first < HINTS.length ? HINTS[first] : NOTHING;
  if (hint === NOTHING) { return text; }
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) { return word; }
  }
  return hint === WORD_OR_NUMBER ? numberOrText(text) : text;
}

function numberOrText(text: string): Scalar {
  if (SHORT_DECIMAL.test(text)) { return Number(text); }
  const plain = text.includes('_') ? text.replace(/_/g, '') : text;
  const prefixed = PREFIXED.exec(plain);
  if (prefixed) {
    const value = prefixedInteger(prefixed[1], prefixed[2]);
    if (value !== undefined) { return value; }
  }
  if (DECIMAL.test(plain)) {
    const value = Number(plain);
    if (Number.isFinite(value)) { return value === 0 ? 0 : value; }
  }
  return text;
}

/** Hexadecimal, binary or octal, if it fits 64 bits: beyond them Go reads a decimal float or a string. */
function prefixedInteger(sign: string, digits: string): number | undefined {
  const magnitude = BigInt(/^[0-7]/.test(digits) ? `0o${digits}` : `0${digits.toLowerCase()}`);
  const fits = sign === '-' ? magnitude <= MAX_INT64 : magnitude <= (sign === '' ? MAX_UINT64 : MAX_INT64 - 1n);
  if (!fits) { return undefined; }
  return magnitude === 0n ? 0 : Number(sign === '-' ? -magnitude : magnitude);
}
