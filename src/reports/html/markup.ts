import { printable } from '../printable';

/** Text that is HTML already. */
export class Markup {
  public constructor(private readonly text: string) {}

  public toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined. */
export type Content = string | number | Markup | readonly Markup[];

/** HTML in which nothing from a manifest can become an element, an attribute or a script. */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = texts[0];
  contents.forEach((content, at) => { text += toHtml(content) + texts[at + 1]; });
  return new Markup(text);
}

export const NOTHING = new Markup('');

function toHtml(content: Content): string {
  if (content instanceof Markup) { return content.toString(); }
  return typeof content === 'object' ? content.join('') : escaped(String(content));
}

function escaped(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
