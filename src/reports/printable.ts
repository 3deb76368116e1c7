/*
 * Control characters, and those that change the direction or the visibility of text: terminals obey them,
 * and reviewers are deceived by them.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const HARMLESS = /^[ -~]*$/;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text from a manifest as one line that shows what is in it and does nothing: a line feed becomes `\n`. */
export function printable(text: string): string {
  if (HARMLESS.test(text)) { return text; }
  return text.replace(UNPRINTABLE, (character) => NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
