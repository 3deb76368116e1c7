import { Verdict, summaries } from './agreement';
import { reasonFor } from './reasons';
import { code, page, table } from '../../projenrc/documentation/markdown';

/** The least agreement, in percent, over all cases of tier `main`; what no rule covers counts against it. */
export const LEAST: Readonly<Record<string, number>> = { 'pss': 99, 'polaris': 97, 'trivy': 97, 'kyverno-best-practices': 97 };

const SOURCES: Readonly<Record<string, string>> = {
  'pss': 'Pod Security admission',
  'polaris': 'Polaris',
  'trivy': 'Trivy',
  'kyverno-best-practices': 'Kyverno, best practices',
};

/** The text of `docs/conformance.md`. */
export function conformancePage(all: readonly Verdict[]): string {
  const disagreeing = all.filter(({ agrees }) => !agrees);
  return page(
    'Conformance',
    'conformance:update',
    `Other tools label their test fixtures: this check reports that file, or it does not. We judge the same files, each on its own, by all rules,
and agree when a rule that names the check among its equivalents finds something exactly where the label says so. A check that no rule
names counts as a disagreement. A disagreement is either a mistake of ours, to be mended, or a quirk of theirs, with its reason below.`,
    table(['Fixtures of', 'Cases', 'Agree', 'Percent', 'Wanted'], summaries(all).map(({ source, tier, agreeing, cases }) => [
      (SOURCES[source] ?? source) + (tier === 'main' ? '' : ` (tier ${code(tier)})`),
      `${cases}`,
      `${agreeing}`,
      (100 * agreeing / cases).toFixed(1),
      tier === 'main' ? `${LEAST[source]}` : 'not counted: depends on settings without a default',
    ])),
    '## Disagreements',
    table(['Fixtures of', 'Check', 'Case', 'They', 'We', 'Why'], disagreeing.map(({ of, rules, found }) => [
      SOURCES[of.source] ?? of.source,
      code(of.rule === undefined ? of.ruleId : `${of.ruleId}/${of.rule}`),
      code(of.case),
      of.expect,
      ours(rules, found.map(({ ruleId }) => ruleId)),
      reasonFor(of) ?? '**no reason yet**',
    ])),
  );
}

function ours(rules: readonly string[], found: readonly string[]): string {
  if (rules.length === 0) { return 'no rule'; }
  return found.length === 0 ? `nothing from ${links(rules)}` : links(found);
}

function links(ids: readonly string[]): string {
  return [...new Set(ids)].map((id) => `[${id}](rules/${id}.md)`).join(', ');
}
