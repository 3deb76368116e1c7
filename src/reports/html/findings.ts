import { Content, Markup, NOTHING, html } from './markup';
import { Finding } from '../../findings/finding';
import { Report } from '../../findings/report';
import { FileFindings, ObjectFindings, byFileAndObject } from '../grouping';
import { SEVERITIES, countBySeverity } from '../summary';
import { location } from '../wording';

/** Names as numbers: what the filter compares, whatever the names are. */
type Numbers = ReadonlyMap<string, number>;

const NO_NAMESPACE = '';

/** The findings by file and object, with what filters them. */
export function findingsSection(report: Report): Markup {
  const { findings } = report;
  if (findings.length === 0) { return html`<section id="findings"><h2>Findings</h2><p>No findings.</p></section>`; }
  const rules = numbered(findings.map(({ ruleId }) => ruleId));
  const namespaces = numbered(findings.map(namespaceOf));
  return html`<section id="findings">
<h2>Findings</h2>
${filter(findings, rules, namespaces)}
${byFileAndObject(findings).map((file) => fileSection(file, rules, namespaces))}
</section>
`;
}

function filter(findings: readonly Finding[], rules: Numbers, namespaces: Numbers): Markup {
  const counts = countBySeverity(findings);
  return html`<form id="filter" hidden aria-label="Filter the findings">
<fieldset><legend>Severity</legend>
${SEVERITIES.map((severity) => html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity} (${counts[severity]})</label>
`)}</fieldset>
${choice('rule', 'Rule', 'all rules', rules)}
${choice('namespace', 'Namespace', 'all namespaces', namespaces)}
<button type="reset">Show all</button>
<p id="shown" role="status"></p>
</form>`;
}

function choice(name: string, label: string, all: string, options: Numbers): Markup {
  return html`<label class="choice">${label} <select name="${name}"><option value="">${all}</option>
${[...options].map(([option, number]) => html`<option value="${number}">${option === NO_NAMESPACE ? '(none)' : option}</option>
`)}</select></label>`;
}

function fileSection({ file, objects }: FileFindings, rules: Numbers, namespaces: Numbers): Markup {
  return html`<section class="file"><h3>${file === '' ? 'Without a file' : html`<code>${file}</code>`}</h3>
${objects.map((object) => objectArticle(object, rules, namespaces))}</section>
`;
}

function objectArticle({ name, findings }: ObjectFindings, rules: Numbers, namespaces: Numbers): Markup {
  const { construct } = findings[0];
  return html`<article class="object"><h4>${name}</h4>
${construct === undefined ? NOTHING : html`<p class="where">construct <code>${construct}</code></p>`}<ul class="findings">
${findings.map((finding) => findingItem(finding, rules, namespaces))}</ul></article>
`;
}

function findingItem(finding: Finding, rules: Numbers, namespaces: Numbers): Markup {
  const { severity, ruleId, message, path } = finding;
  const where: Content[] = [location(finding), ...finding.file !== '' && path !== '' ? [path] : []];
  return html`<li class="finding" data-severity="${severity}" data-rule="${rules.get(ruleId) ?? ''}" data-namespace="${namespaces.get(namespaceOf(finding)) ?? ''}">
<span class="severity ${severity}">${severity}</span> <span>${message} <a href="#rule-${ruleId}">${ruleId}</a></span>
<span class="where">${where.map((each) => html`<code>${each}</code> `)}</span></li>
`;
}

function namespaceOf({ resource }: Finding): string {
  return resource.namespace ?? NO_NAMESPACE;
}

function numbered(names: readonly string[]): Numbers {
  return new Map([...new Set(names)].sort().map((name, at) => [name, at + 1]));
}
