import { Report, RuleDescription } from '../findings/report';

/** The rules of a report by id, with a stand-in for one that has findings but was not described: no finding gets lost over that. */
export function describedRules({ rules, findings, acknowledged }: Report): Map<string, RuleDescription> {
  const described = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { ruleId, severity } of [...findings, ...acknowledged]) {
    if (!described.has(ruleId)) {
      described.set(ruleId, { id: ruleId, title: ruleId, severity, domain: '', why: '', fix: '', standards: [], equivalents: {} });
    }
  }
  return described;
}
