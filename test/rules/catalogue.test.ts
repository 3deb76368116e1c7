import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures } from './fixture';
import { judgeBy } from './judge';
import { OUTSIDE_DEFAULT_PROFILE } from './outside-default-profile';
import { constantOf, renderCatalogue, ruleFiles } from '../../projenrc/rule-catalogue';
import { Severity } from '../../src/findings/severity';
import { catalogue } from '../../src/rules/catalogue';
import { TOOLS } from '../../src/standards/tools';

const ROOT = join(__dirname, '..', '..');

/** The longest that a report shows on two lines of a terminal. */
const LONGEST = 160;

describe('the catalogue', () => {
  test('is what its generator makes of the rule files', () => {
    expect(readFileSync(join(ROOT, 'src/rules/catalogue.ts'), 'utf8')).toBe(renderCatalogue());
  });

  test('holds every rule once, in the order of ids', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toEqual(ruleFiles().map(({ id }) => id));
  });

  test('has a default profile of all rules but those that are listed', () => {
    expect(catalogue.filter((rule) => !rule.default).map(({ id }) => id)).toEqual(OUTSIDE_DEFAULT_PROFILE);
  });

  test('uses a constant and a control of a standard only once in a rule', () => {
    const constants = catalogue.map(({ id }) => constantOf(id));
    expect(new Set(constants).size).toBe(constants.length);
    expect(catalogue.filter(({ standards }) => new Set(standards.map(({ standard, id }) => `${standard} ${id}`)).size < standards.length)).toEqual([]);
  });
});

describe.each(catalogue)('rule $id', (rule) => {
  test('stands in the folder of its domain', () => {
    expect(existsSync(join(ROOT, 'src/rules', rule.domain, `${rule.id}.ts`))).toBe(true);
  });

  test('cannot be changed', () => {
    expect([rule, rule.standards, rule.equivalents, rule.checks].every(Object.isFrozen)).toBe(true);
  });

  test('is described in words that a report can print', () => {
    expect(rule.title).toMatch(/^[A-Z/].*[^.]$/);
    for (const text of [rule.why, rule.fix]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text.length).toBeLessThanOrEqual(LONGEST);
    }
    expect(Object.values(Severity)).toContain(rule.severity);
  });

  test('names tools and their checks once', () => {
    for (const [tool, ids] of Object.entries(rule.equivalents)) {
      expect(TOOLS).toContain(tool);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids.length).toBeGreaterThan(0);
    }
  });

  test('has a form for the API server only where one object decides', () => {
    expect(rule.scope === 'application' && rule.checks.some(({ check }) => check.admission !== undefined)).toBe(false);
  });
});

describe('messages', () => {
  const found = fixtures().flatMap((fixture) => judgeBy(catalogue, fixture).findings);

  test.each(catalogue)('of $id say who does what, and where', ({ id }) => {
    for (const { message, path } of found.filter(({ ruleId }) => ruleId === id)) {
      expect(message).toMatch(/^(pod|(init |sidecar |ephemeral )?container ("|at )|acknowledgement of "|[A-Z]\w+ ") ?.*[^.]$/s);
      expect(message.length).toBeLessThanOrEqual(2 * LONGEST);
      // empty: the object as a whole
      expect(path).toMatch(/^(\w.*)?$/s);
    }
  });
});
