import { createHash } from 'crypto';
import { complianceSection } from './html/compliance';
import { findingsSection } from './html/findings';
import { Markup, NOTHING, html as markup } from './html/markup';
import { rulesSection } from './html/rules';
import { SCRIPT } from './html/script';
import { STYLE } from './html/style';
import { SEVERITIES, countBySeverity, inWords } from './summary';
import { location, resourceName, sourceLocation } from './wording';
import { Report } from '../findings/report';

/** So many findings that the browser should lay out only those in sight. */
const LARGE = 2000;

/** The report as one page that needs no network and loads nothing: whatever else would run or load in it is forbidden. */
export function html(report: Report): string {
  const title = `bulwark: ${inWords(report.findings.length, 'finding')} in ${inWords(report.resources, 'resource')}`;
  const policy = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${header(report)}
<main class="${report.findings.length > LARGE ? 'large' : 'small'}">
${errorsSection(report)}${findingsSection(report)}${acknowledgedSection(report)}${complianceSection(report)}${rulesSection(report)}</main>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.toString();
}

function header({ findings, acknowledged, errors, resources, rules }: Report): Markup {
  const counts = countBySeverity(findings);
  return markup`<header>
<h1>bulwark report</h1>
<p>${inWords(resources, 'resource')} judged by ${inWords(rules.length, 'rule')}: ${inWords(findings.length, 'finding')}, ${inWords(acknowledged.length, 'accepted risk')}, ${inWords(errors.length, 'error')}.</p>
<ul class="counts">
${SEVERITIES.map((severity) => markup`<li class="${counts[severity] > 0 ? severity : 'none'}"><b>${counts[severity]}</b> ${severity}</li>
`)}</ul>
<nav aria-label="Sections"><ul>
<li><a href="#findings">Findings</a></li>
${acknowledged.length > 0 ? markup`<li><a href="#accepted">Accepted risks</a></li>` : NOTHING}
<li><a href="#compliance">Compliance matrix</a></li>
<li><a href="#rules">Rules</a></li>
</ul></nav>
</header>`;
}

function errorsSection({ errors }: Report): Markup {
  if (errors.length === 0) { return NOTHING; }
  return markup`<section class="problem" id="errors"><h2>Not judged: ${inWords(errors.length, 'error')}</h2>
<p>What stands here was not checked; the rest of this page says nothing about it.</p>
<ul>${errors.map((error) => markup`<li><code>${sourceLocation(error)}</code> ${error.message}</li>
`)}</ul></section>
`;
}

function acknowledgedSection({ acknowledged }: Report): Markup {
  if (acknowledged.length === 0) { return NOTHING; }
  return markup`<section id="accepted"><h2>Accepted risks</h2><div class="scroll" role="region" aria-label="Accepted risks" tabindex="0"><table>
<caption>Findings that somebody accepted</caption>
<thead><tr><th scope="col">Resource</th><th scope="col">Rule</th><th scope="col">Reason</th><th scope="col">Until</th><th scope="col">Where</th></tr></thead>
<tbody>
${acknowledged.map((finding) => markup`<tr><th scope="row">${resourceName(finding.resource)}</th><td><a href="#rule-${finding.ruleId}">${finding.ruleId}</a></td><td>${finding.reason}</td><td>${finding.expires ?? 'no end'}</td><td><code>${location(finding)}</code></td></tr>
`)}</tbody></table></div></section>
`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
