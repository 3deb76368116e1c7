import { COVERED_BY } from './controls-left-out';
import { Rule } from '../../src/rules/rule';
import { CONTROLS } from '../../src/standards/controls';

/** A check that several tools have in common. */
export interface Control {
  readonly row: number;
  readonly section: string;
  readonly control: string;
  readonly applicationManifest: boolean;
  readonly defaultOn: boolean;
  readonly inventory?: boolean;
  /** Ids by tool. */
  readonly checks: Readonly<Record<string, readonly string[]>>;
}

export const ALL_CONTROLS: readonly Control[] = CONTROLS;

/** `tool id` of every check, and the rows that it stands in. */
const rowsByCheck = new Map<string, number[]>();
for (const control of ALL_CONTROLS) {
  for (const check of checksOf(control)) { rowsByCheck.set(check, [...rowsByCheck.get(check) ?? [], control.row]); }
}

/** Rules that name a check which stands in no other row; where there is none such, those that `COVERED_BY` names. */
export function rulesCovering(control: Control, rules: readonly Rule[]): readonly Rule[] {
  const said = COVERED_BY[control.row];
  if (said) { return rules.filter(({ id }) => said.includes(id)); }
  const own = checksOf(control).filter((check) => rowsByCheck.get(check)!.length === 1);
  return rules.filter((rule) => own.some((check) => names(rule, check)));
}

/** Whether nothing but `COVERED_BY` can tell what covers it. */
export function isAmbiguous(control: Control): boolean {
  return checksOf(control).every((check) => rowsByCheck.get(check)!.length > 1);
}

/** Checks of other tools that no rule names. */
export function unnamedChecks(control: Control, rules: readonly Rule[]): readonly string[] {
  return checksOf(control).filter((check) => !rules.some((rule) => names(rule, check)));
}

/** Whether a rule names a check, or a part of it. */
export function names(rule: Rule, check: string): boolean {
  const [tool, id] = check.split(' ');
  return rule.equivalents[tool]?.some((each) => each === id || each.startsWith(`${id}/`)) ?? false;
}

export function checksOf({ checks }: Control): readonly string[] {
  return Object.entries(checks).flatMap(([tool, ids]) => ids.map((id) => `${tool} ${id}`));
}
