import { painted, plain } from './colour';
import { RuleEntry } from './rule-list';
import { wrapped } from './wrapped';

const INDENT = 2;

/** Everything about one rule, for people. */
export function ruleExplanation(rule: RuleEntry, hasColour: boolean): string {
  const paint = hasColour ? painted : plain;
  const tools = Object.entries(rule.equivalents).filter(([, ids]) => ids.length > 0);
  const width = tools.reduce((widest, [tool]) => Math.max(widest, tool.length), 0);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Why', wrapped(rule.why, INDENT)],
    ['Fix', wrapped(rule.fix, INDENT)],
    ['Standards', rule.standards.flatMap(({ standard, id, title, url }) => [`  ${standard} ${id}: ${title}`, paint('faint', `    ${url}`)])],
    ['The same check elsewhere', tools.map(([tool, ids]) => `  ${tool.padEnd(width)}  ${ids.join(', ')}`)],
  ];
  const lines = [
    `${paint('heading', rule.id)}: ${rule.title}`,
    `${paint(rule.severity, rule.severity)}, ${facts(rule).join(', ')}`,
    ...sections.flatMap(([title, content]) => (content.length === 0 ? [] : ['', paint('heading', title), ...content])),
  ];
  return `${lines.join('\n')}\n`;
}

function facts({ domain, scope, default: byDefault, admission }: RuleEntry): string[] {
  return [
    domain,
    scope === 'object' ? 'judged from one object' : 'judged from all objects together',
    byDefault ? 'in the default profile' : 'not in the default profile',
    admission ? 'enforceable by the API server' : 'not enforceable by the API server',
  ];
}
