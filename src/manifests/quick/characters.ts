/** Codes of the characters that the quick reader knows. */
export const LINE_FEED = 10;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const PIPE = 124;
export const CLOSE_MAP = 125;

/** Characters of a word that is plain in any context: `app.kubernetes.io/name`, `100m`, `25%`. */
const WORD = tableOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-%');
/** Characters that cannot begin a plain scalar, or rarely do. A dash can, where no space follows. */
const INDICATOR = tableOf('?:,[]{}#&*!|>\'"%@`~<=');

export function isWord(code: number): boolean {
  return code < WORD.length && WORD[code] === 1;
}

export function isIndicator(code: number): boolean {
  return INDICATOR[code] === 1;
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) { table[character.charCodeAt(0)] = 1; }
  return table;
}
