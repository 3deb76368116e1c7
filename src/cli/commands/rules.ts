import { PROFILES } from '../../evaluation/profile';
import { rulesAsJson, rulesAsText } from '../../reports/rule-list';
import { catalogue } from '../../rules/catalogue';
import { ExitStatus } from '../exit-status';
import { ruleEntry } from '../rule-entry';
import { Terminal } from '../terminal';

export interface RulesOptions {
  readonly format?: 'text' | 'json';
  readonly profile?: string;
}

/** `bulwark rules`. */
export function rules({ format = 'text', profile = 'all' }: RulesOptions, terminal: Terminal): ExitStatus {
  const entries = catalogue.filter(PROFILES[profile]).map(ruleEntry);
  terminal.out(format === 'json' ? rulesAsJson(entries) : rulesAsText(entries, terminal.hasColour));
  return ExitStatus.PASSED;
}
