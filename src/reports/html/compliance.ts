import { Markup, html } from './markup';
import { Report, RuleDescription, StandardReference } from '../../findings/report';
import { inWords } from '../summary';

interface Control extends StandardReference {
  readonly rules: RuleDescription[];
}

/** Which control of which standard the rules watch, and what they found. */
export function complianceSection(report: Report): Markup {
  const findings = countByRule(report.findings);
  const accepted = countByRule(report.acknowledged);
  const toResult = ({ rules }: Control) => result(total(findings, rules), total(accepted, rules));
  const tables = [...controlsByStandard(report.rules)].map(([standard, controls]) => standardTable(standard, controls, toResult));
  return html`<section id="compliance">
<h2>Compliance matrix</h2>
<p>What the rules found about each control that manifests can show. A control without a finding is not proven: parts of it may lie outside manifests.</p>
${tables}</section>
`;
}

function standardTable(standard: string, controls: readonly Control[], toResult: (control: Control) => Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${standard}" tabindex="0"><table>
<caption>${standard}</caption>
<thead><tr><th scope="col">Control</th><th scope="col">Title</th><th scope="col">Result</th><th scope="col">Rules</th></tr></thead>
<tbody>
${controls.map((control) => html`<tr><th scope="row"><a href="${control.url}">${control.id}</a></th><td>${control.title}</td><td>${toResult(control)}</td>
<td>${control.rules.map(ruleLink)}</td></tr>
`)}</tbody></table></div>
`;
}

function result(findings: number, accepted: number): Markup {
  const verdict = findings > 0 ? html`<span class="broken">${inWords(findings, 'finding')}</span>` : html`<span class="met">no finding</span>`;
  return accepted > 0 ? html`${verdict}, ${accepted} accepted` : verdict;
}

function ruleLink({ id }: RuleDescription): Markup {
  return html`<a href="#rule-${id}">${id}</a> `;
}

function countByRule(findings: readonly { readonly ruleId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) { counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1); }
  return counts;
}

function total(counts: ReadonlyMap<string, number>, rules: readonly RuleDescription[]): number {
  return rules.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
}

function controlsByStandard(rules: readonly RuleDescription[]): Map<string, Control[]> {
  const standards = new Map<string, Map<string, Control>>();
  for (const rule of rules) {
    for (const reference of rule.standards) {
      const controls = standards.get(reference.standard) ?? new Map<string, Control>();
      standards.set(reference.standard, controls);
      const control = controls.get(reference.id) ?? { ...reference, rules: [] };
      controls.set(reference.id, control);
      control.rules.push(rule);
    }
  }
  return new Map([...standards]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([standard, controls]) => [standard, [...controls.values()].sort((one, other) => compareIds(one.id, other.id))]));
}

/** 5.2.9 stands before 5.2.10. */
function compareIds(one: string, other: string): number {
  const padded = (id: string) => id.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
  return padded(one) < padded(other) ? -1 : 1;
}
