import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { controlsPage } from './documentation/controls-page';
import { ruleIndex } from './documentation/rule-index';
import { rulePage } from './documentation/rule-page';
import { ROOT } from './root';
import { catalogue } from '../src/rules/catalogue';
import { fixtures } from '../test/rules/fixture';

/** The folder of rule pages; nothing else stands in it. */
export const RULE_PAGES = 'docs/rules';

/** Text by path from the root of the repository. */
export function renderDocumentation(): ReadonlyMap<string, string> {
  const all = fixtures();
  return new Map([
    ['docs/controls.md', controlsPage(catalogue)],
    [`${RULE_PAGES}/README.md`, ruleIndex(catalogue)],
    ...catalogue.map((rule): [string, string] => [`${RULE_PAGES}/${rule.id}.md`, rulePage(rule, all)]),
  ]);
}

if (require.main === module) {
  const pages = renderDocumentation();
  mkdirSync(join(ROOT, RULE_PAGES), { recursive: true });
  for (const name of readdirSync(join(ROOT, RULE_PAGES))) {
    if (!pages.has(`${RULE_PAGES}/${name}`)) { rmSync(join(ROOT, RULE_PAGES, name)); }
  }
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
}
