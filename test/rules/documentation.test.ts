import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../projenrc/root';
import { RULE_PAGES, renderDocumentation } from '../../projenrc/rule-documentation';

const pages = renderDocumentation();

describe('the documentation of rules', () => {
  test.each([...pages])('%s is what its generator makes of the rules (npm run catalogue)', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });

  test('has no page of a rule that is gone', () => {
    const written = readdirSync(join(ROOT, RULE_PAGES)).map((name) => `${RULE_PAGES}/${name}`);
    expect(written.filter((path) => !pages.has(path))).toEqual([]);
  });

  test('links only to files that are there', () => {
    const targets = [...pages].flatMap(([path, text]) => [...text.matchAll(/\]\(([^)#:]+\.(?:md|yaml))\)/g)].map(([, to]) => join(path, '..', to)));
    expect(targets.length).toBeGreaterThan(pages.size);
    const missing = [...new Set(targets)].filter((path) => !pages.has(path) && !isFile(join(ROOT, path)));
    expect(missing).toEqual([]);
  });
});

function isFile(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
