import { RuleEntry } from '../reports/rule-list';
import { Rule, descriptionOf } from '../rules/rule';
import { TOOLS } from '../standards/tools';

/** What lists of rules say about one. */
export function ruleEntry(rule: Rule): RuleEntry {
  return {
    ...descriptionOf(rule),
    scope: rule.scope,
    default: rule.default,
    admission: rule.checks.some(({ check }) => check.kinds && check.admission),
    equivalents: Object.fromEntries(TOOLS.map((tool) => [tool, rule.equivalents[tool] ?? []])),
  };
}
