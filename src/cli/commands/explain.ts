import { ruleExplanation } from '../../reports/rule-explanation';
import { catalogue } from '../../rules/catalogue';
import { BadUsage } from '../bad-usage';
import { ExitStatus } from '../exit-status';
import { ruleEntry } from '../rule-entry';
import { didYouMean } from '../suggestion';
import { Terminal } from '../terminal';

/** `bulwark explain`. */
export function explain(id: string, terminal: Terminal): ExitStatus {
  const rule = catalogue.find((each) => each.id === id);
  if (!rule) { throw new BadUsage([unknown(id)]); }
  terminal.out(ruleExplanation(ruleEntry(rule), terminal.hasColour));
  return ExitStatus.PASSED;
}

/** Users know a check by what another tool calls it. */
function unknown(id: string): string {
  const elsewhere = catalogue.flatMap(({ id: own, equivalents }) => Object.entries(equivalents)
    .filter(([, ids]) => ids.includes(id))
    .map(([tool]) => `${own} (what ${tool} calls ${id})`));
  if (elsewhere.length > 0) { return `no rule ${JSON.stringify(id)}; did you mean ${elsewhere.join(' or ')}?`; }
  const suggestion = didYouMean(id, catalogue.map((rule) => rule.id));
  return `no rule ${JSON.stringify(id)}${suggestion || '; "bulwark rules" lists them'}`;
}
