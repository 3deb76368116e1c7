import { MISSING_CASES, hasCases, summaries, verdicts } from './agreement';

/** Prints every disagreement, and the agreement with every source. */
function main(): number {
  if (!hasCases()) {
    process.stderr.write(`SKIPPED: conformance ${MISSING_CASES}\n`);
    return process.env.CI === 'true' ? 1 : 0;
  }
  const all = verdicts();
  for (const { of, rules, found, agrees } of all) {
    if (agrees) { continue; }
    const ours = rules.length === 0 ? 'no rule' : found.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('; ') || `nothing from ${rules.join(', ')}`;
    process.stdout.write(`${of.source} ${of.tier} ${of.ruleId}${of.rule ? `/${of.rule}` : ''} ${of.case}: expected ${of.expect}, ${ours}\n`);
  }
  for (const { source, tier, agreeing, cases } of summaries(all)) {
    process.stdout.write(`${source} ${tier}: ${agreeing} of ${cases} (${(100 * agreeing / cases).toFixed(1)} %)\n`);
  }
  return 0;
}

process.exitCode = main();
