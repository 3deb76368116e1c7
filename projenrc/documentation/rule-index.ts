import { code, page, table } from './markdown';
import { Rule } from '../../src/rules/rule';
import { ALL_STANDARDS } from '../../src/standards/all-standards';

/** All rules by domain, and by the standards that they serve. */
export function ruleIndex(rules: readonly Rule[]): string {
  const domains = [...new Set(rules.map(({ domain }) => domain))].sort();
  return page(
    'Rules',
    'catalogue',
    `${rules.length} rules, ${rules.filter((rule) => rule.default).length} of them in the default profile, ${rules.filter(isEnforced).length} of them `
      + 'with a form that the API server enforces. What other tools check is in [controls.md](../controls.md), how to add a rule in '
      + '[adding-a-rule.md](../adding-a-rule.md).',
    ...domains.map((domain) => `## ${domain}\n\n${table(['Rule', '', 'Severity', 'Default', 'API server'], rules
      .filter((rule) => rule.domain === domain)
      .map((rule) => [link(rule), rule.title, rule.severity, rule.default ? 'yes' : '', isEnforced(rule) ? 'yes' : '']))}`),
    '# Standards',
    'Every control of every standard, and the rules that serve it. Those without a rule are not decided by application manifests, '
      + 'or not by manifests alone.',
    ...ALL_STANDARDS.map((controls) => `## [${controls[0].standard}](${controls[0].url.replace(/#.*/, '')})\n\n${table(['Control', '', 'Rules'], controls
      .map(({ standard, id, title }) => [code(id), title, serving(rules, standard, id)]))}`),
  );
}

export function link({ id }: Rule, folder = ''): string {
  return `[${id}](${folder}${id}.md)`;
}

function serving(rules: readonly Rule[], standard: string, id: string): string {
  const own = rules.filter((rule) => rule.standards.some((each) => each.standard === standard && each.id === id));
  return own.length === 0 ? '*no rule*' : own.map((rule) => link(rule)).join(', ');
}

function isEnforced({ checks }: Rule): boolean {
  return checks.some(({ check }) => check.admission);
}
