import { readFileSync, writeFileSync } from 'node:fs';
import { catalogue } from '../src/rules/catalogue';
import { fixtures, lineOf } from '../test/rules/fixture';
import { judgeBy } from '../test/rules/judge';

/** Writes what rules find now into the fixtures, for their author to read: a golden line that nobody read proves nothing. */
for (const fixture of fixtures()) {
  const text = readFileSync(fixture.file, 'utf8');
  const found = judgeBy(catalogue, fixture).findings.filter(({ ruleId }) => ruleId === fixture.ruleId).map((finding) => `# finding: ${lineOf(finding)}\n`);
  const updated = found.join('') + text.replace(/^# finding: .*\n/gm, '');
  if (updated !== text) {
    writeFileSync(fixture.file, updated);
    process.stdout.write(`${fixture.file}\n`);
  }
}
