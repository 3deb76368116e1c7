import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constantOf, renderCatalogue, ruleFiles } from './rule-catalogue';

const ROOT = join(__dirname, '..');

/** Writes the three files of a rule, for its author to fill in. */
function scaffold(domain: string, id: string): string[] {
  const files = {
    [`src/rules/${domain}/${id}.ts`]: `import { Severity } from '../../findings/severity';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const ${constantOf(id)} = rule({
  id: '${id}',
  title: '',
  severity: Severity.MEDIUM,
  domain: '${domain}',
  why: '',
  fix: '',
  standards: [],
  equivalents: {},
  check: everyContainer(field('').isAbsentOr(false)),
});
`,
    [`test/rules/${domain}/${id}/fail.yaml`]: '# Breaks this rule, and no other rule of the default profile.\n',
    [`test/rules/${domain}/${id}/pass.yaml`]: '# The nearest manifest that breaks no rule of the default profile.\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(ROOT, path, '..'), { recursive: true });
    writeFileSync(join(ROOT, path), text, { flag: 'wx' });
  }
  writeFileSync(join(ROOT, 'src/rules/catalogue.ts'), renderCatalogue());
  return Object.keys(files);
}

function main([domain, id]: readonly string[]): number {
  const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  if (!domain || !id || !name.test(domain) || !name.test(id)) {
    process.stderr.write('Usage: npm run new-rule <domain> <rule-id>\nBoth are lower-case words joined by hyphens; the id names the weakness: pod-security privileged-container\n');
    return 2;
  }
  const taken = ruleFiles().find((file) => file.id === id);
  if (taken || existsSync(join(ROOT, 'test/rules', domain, id))) {
    process.stderr.write(`There is a rule ${id} already, in ${taken?.domain ?? domain}. Ids are for ever.\n`);
    return 2;
  }
  process.stdout.write(`${scaffold(domain, id).join('\n')}\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
