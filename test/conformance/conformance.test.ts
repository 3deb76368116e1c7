import { MISSING_CASES, hasCases, summaries, verdicts } from './agreement';

/** The least agreement, in percent, over all cases of tier `main`; what is not covered counts against it. */
const LEAST: Readonly<Record<string, number>> = { pss: 100 };

if (!hasCases()) { process.stderr.write(`SKIPPED: conformance ${MISSING_CASES}\n`); }

(hasCases() || process.env.CI === 'true' ? describe : describe.skip)('agreement with the labels of other tools', () => {
  const all = hasCases() ? verdicts() : [];

  test.each(Object.entries(LEAST))('%s: at least %d %%', (source, least) => {
    if (!hasCases()) { throw new Error(`conformance ${MISSING_CASES}. They may be missing on a laptop, not in CI.`); }
    const summary = summaries(all).find((each) => each.source === source && each.tier === 'main')!;
    expect(100 * summary.agreeing / summary.cases).toBeGreaterThanOrEqual(least);
  });
});
