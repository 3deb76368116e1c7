import { painted, plain } from './colour';
import { inWords } from './summary';
import { RuleDescription } from '../findings/report';

/** A rule as lists of rules show it. */
export interface RuleEntry extends RuleDescription {
  readonly scope: 'object' | 'application';
  /** Whether the default profile has it. */
  readonly default: boolean;
  /** Whether the API server can enforce it. */
  readonly admission: boolean;
}

/** The rules for programs. */
export function rulesAsJson(rules: readonly RuleEntry[]): string {
  return `${JSON.stringify(rules.map(({ id, title, severity, domain, scope, default: byDefault, admission, standards, equivalents }) => (
    { id, title, severity, domain, scope, default: byDefault, admission, standards, equivalents }
  )), undefined, 2)}\n`;
}

/** The rules for people, a line each. */
export function rulesAsText(rules: readonly RuleEntry[], hasColour: boolean): string {
  const paint = hasColour ? painted : plain;
  const width = rules.reduce((widest, { id }) => Math.max(widest, id.length), 0);
  const lines = rules.map(({ id, title, severity, default: byDefault, admission }) => {
    const marks = `${byDefault ? 'default' : '       '}  ${admission ? 'admission' : '         '}`;
    return `${id.padEnd(width)}  ${paint(severity, severity.padEnd('critical'.length))}  ${paint('faint', marks)}  ${title}`;
  });
  return `${lines.join('\n')}\n\n${inWords(rules.length, 'rule')}; default: in the default profile; admission: the API server can enforce it.\n`;
}
