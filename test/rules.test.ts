import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fixtures, lineOf } from './rules/fixture';
import { judgeBy } from './rules/judge';
import { catalogue } from '../src/rules/catalogue';

const all = fixtures();

for (const rule of catalogue) {
  describe(rule.id, () => {
    const own = all.filter(({ ruleId }) => ruleId === rule.id);

    test.each(own)('$name: breaks exactly what it says', (fixture) => {
      const report = judgeBy(catalogue, fixture);
      expect(report.errors).toEqual([]);
      const sameDomain = report.findings.filter(({ ruleId }) => catalogue.find(({ id }) => id === ruleId)?.domain === rule.domain);
      const others = new Set(sameDomain.map(({ ruleId }) => ruleId).filter((id) => id !== rule.id));
      expect({
        findings: sameDomain.filter(({ ruleId }) => ruleId === rule.id).map(lineOf),
        also: [...others].sort(),
      }).toEqual({ findings: fixture.findings, also: [...fixture.also].sort() });
    });

    test('has fixtures of both kinds, in its own folder', () => {
      expect(own.filter(({ passes }) => passes)).not.toEqual([]);
      expect(own.filter(({ passes, findings }) => !passes && findings.length > 0)).not.toEqual([]);
      expect(new Set(own.map(({ domain }) => domain))).toEqual(new Set([rule.domain]));
    });
  });
}

describe('fixtures', () => {
  test('belong to a rule', () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    expect(all.filter(({ ruleId }) => !ids.has(ruleId)).map(({ file }) => file)).toEqual([]);
  });

  test.each(all)('$domain/$ruleId/$name is called after its verdict', ({ file, passes, findings }) => {
    expect(basename(file)).toMatch(/^(pass|fail)(\.[a-z0-9-]+(\.[a-z0-9-]+)*)?\.yaml$/);
    expect(findings.length === 0).toBe(passes);
  });

  test.each(catalogue)('of $id differ from each other', ({ id }) => {
    const texts = all.filter(({ ruleId }) => ruleId === id).map(({ file }) => readFileSync(file, 'utf8'));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});
