import { Severity } from '../findings/severity';

/** How a terminal shows a piece of text. */
export type Style = 'heading' | 'faint' | 'good' | 'bad' | Severity;

const CODES: Readonly<Record<Style, string>> = {
  heading: '1',
  faint: '2',
  good: '32',
  bad: '1;31',
  [Severity.CRITICAL]: '1;31',
  [Severity.HIGH]: '31',
  [Severity.MEDIUM]: '33',
  [Severity.LOW]: '36',
};

/** Paints a piece of text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const painted: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;

export const plain: Paint = (_, text) => text;
