import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MISSING_CASES, Verdict, hasCases, summaries, verdicts } from './agreement';
import { REASONS, reasonFor } from './reasons';
import { LEAST, conformancePage } from './report';

if (!hasCases()) { process.stderr.write(`SKIPPED: conformance ${MISSING_CASES}\n`); }

(hasCases() || process.env.CI === 'true' ? describe : describe.skip)('agreement with the labels of other tools', () => {
  let all: readonly Verdict[] = [];

  beforeAll(() => {
    if (!hasCases()) { throw new Error(`conformance ${MISSING_CASES}. They may be missing on a laptop, not in CI.`); }
    all = verdicts();
    for (const { source, tier, agreeing, cases } of summaries(all)) {
      process.stdout.write(`${source} ${tier}: ${agreeing} of ${cases} (${(100 * agreeing / cases).toFixed(1)} %)\n`);
    }
  });

  test.each(Object.entries(LEAST))('%s: at least %d %%', (source, least) => {
    const summary = summaries(all).find((each) => each.source === source && each.tier === 'main')!;
    expect(100 * summary.agreeing / summary.cases).toBeGreaterThanOrEqual(least);
  });

  test('every source is held to a threshold', () => {
    expect(Object.keys(LEAST)).toEqual(expect.arrayContaining([...new Set(all.map(({ of }) => of.source))]));
  });

  test('every disagreement has a reason', () => {
    const unexplained = all.filter(({ of, agrees }) => !agrees && reasonFor(of) === undefined);
    expect(unexplained.map(({ of, rules, found }) => (
      `${of.source} ${of.ruleId} ${of.case}: expected ${of.expect}, ${found.map(({ ruleId }) => ruleId).join(', ') || `nothing from ${rules.join(', ')}`}`
    ))).toEqual([]);
  });

  test('every reason has its disagreement', () => {
    const disagreeing = all.filter(({ agrees }) => !agrees).map(({ of }) => `${of.source} ${of.ruleId} ${of.case}`);
    const explained = REASONS.flatMap(({ source, ruleId, cases }) => cases.map((each) => `${source} ${ruleId} ${each}`));
    expect([...explained].sort()).toEqual([...new Set(disagreeing)].sort());
  });

  test('docs/conformance.md says so (npm run conformance:update)', () => {
    expect(readFileSync(join(__dirname, '..', '..', 'docs', 'conformance.md'), 'utf8')).toBe(conformancePage(all));
  });
});
