import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { code, page, table } from './markdown';
import { Rule } from '../../src/rules/rule';
import { TOOLS } from '../../src/standards/tools';
import { Fixture } from '../../test/rules/fixture';
import { ROOT } from '../root';

/** Everything there is to know about one rule. */
export function rulePage(rule: Rule, fixtures: readonly Fixture[]): string {
  const own = fixtures.filter(({ ruleId }) => ruleId === rule.id);
  return page(
    `${rule.title} (${code(rule.id)})`,
    'catalogue',
    table(['Severity', 'Domain', 'Decided by', 'Default profile', 'Enforced by the API server'], [[
      rule.severity,
      rule.domain,
      rule.scope === 'object' ? 'one object' : 'all objects together',
      rule.default ? 'yes' : 'no',
      rule.checks.some(({ check }) => check.admission) ? 'yes' : 'no',
    ]]),
    `**Why.** ${rule.why}`,
    `**Fix.** ${rule.fix}`,
    requirements(rule),
    examples(own.filter(({ passes }) => !passes), 'Found'),
    examples(own.filter(({ passes }) => passes), 'Not found'),
    standards(rule),
    equivalents(rule),
    `Accepted with a reason: \`acknowledge.cdk8s-bulwark/${rule.id}: <reason>\` on the object or its pod template.`,
  );
}

/** What the check requires, in sentences; only predicates have them. */
function requirements({ checks }: Rule): string {
  const versions = checks.flatMap(({ since, check: { admission = [] } }) => {
    const sentences = [...new Set(admission.map(({ message }) => `- ${sentence(message)}`))];
    if (sentences.length === 0) { return []; }
    return [[checks.length > 1 ? `${since === 0 ? 'Before that' : `From Kubernetes 1.${since}`}:\n` : '', ...sentences].join(checks.length > 1 ? '\n' : '').trim()];
  });
  return versions.length === 0 ? '' : `## What is required\n\n${versions.join('\n\n')}`;
}

/** Fields are spelt as they are; words begin with a capital. */
function sentence(message: string): string {
  const [first] = message.split(' ');
  const isField = /[.[\]]|[a-z][A-Z]/.test(first);
  return `${isField ? `${code(first)}${message.slice(first.length)}` : message[0].toUpperCase() + message.slice(1)}.`;
}

/** The plainest fixture in full, and what is special in the others. */
function examples(fixtures: readonly Fixture[], title: string): string {
  const [plainest, ...others] = [...fixtures].sort((one, other) => dots(one) - dots(other) || (one.name < other.name ? -1 : 1));
  const [head, body] = split(readFileSync(plainest.file, 'utf8'));
  const found = plainest.findings.map((finding) => `- ${finding}`).join('\n');
  const also = plainest.also.length > 0 ? `It breaks ${plainest.also.map((id) => `[${id}](${id}.md)`).join(', ')} besides.` : '';
  const version = head.find((line) => line.startsWith('kubernetes-version: '))?.slice('kubernetes-version: '.length);
  const links = others.map(({ name, file }) => `[${name}](../../${relative(ROOT, file)})`).join(', ');
  return [
    `## ${title}`,
    version && `On Kubernetes ${version}:`,
    `\`\`\`yaml\n${body.trimEnd()}\n\`\`\``,
    found,
    also,
    links && `More: ${links}`,
  ].filter(Boolean).join('\n\n');
}

function dots({ name }: Fixture): number {
  return name.split('.').length;
}

function split(text: string): [head: string[], body: string] {
  const [head] = /^(#.*\n)*/.exec(text)!;
  return [head.split('\n').map((line) => line.replace(/^#\s*/, '')), text.slice(head.length)];
}

function standards({ standards: served }: Rule): string {
  return served.length === 0 ? '' : `## Standards\n\n${served.map(({ standard, id, title, url }) => `- [${standard}](${url}) ${code(id)}: ${title}`).join('\n')}`;
}

function equivalents({ equivalents: ids }: Rule): string {
  const rows = TOOLS.flatMap((tool) => (ids[tool] ? [[tool, ids[tool].map(code).join(', ')]] : []));
  return rows.length === 0 ? '' : `## The same check in other tools\n\n${table(['Tool', 'Checks'], rows)}`;
}
