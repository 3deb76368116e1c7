import { Markup, NOTHING, html } from './markup';
import { Report, RuleDescription, StandardReference } from '../../findings/report';
import { describedRules } from '../described-rules';

/** Every rule that judged: why it exists, what mends a breach of it, and what others call it. */
export function rulesSection(report: Report): Markup {
  return html`<section id="rules">
<h2>Rules: why, and what to do</h2>
${[...describedRules(report).values()].map(ruleArticle)}</section>
`;
}

function ruleArticle({ id, title, severity, why, fix, standards, equivalents }: RuleDescription): Markup {
  return html`<article class="object" id="rule-${id}"><h3><span class="severity ${severity}">${severity}</span> ${title}</h3>
<dl>
<dt>Rule</dt><dd><code>${id}</code></dd>
${entry('Why', why)}${entry('Fix', fix)}${standards.length > 0 ? html`<dt>Standards</dt><dd>${standards.map(standardLink)}</dd>` : NOTHING}
${Object.entries(equivalents).map(([tool, ids]) => html`<dt>${tool}</dt><dd>${ids.map((each) => html`<code>${each}</code> `)}</dd>
`)}</dl></article>
`;
}

function entry(term: string, text: string): Markup {
  return text === '' ? NOTHING : html`<dt>${term}</dt><dd>${text}</dd>
`;
}

function standardLink({ standard, id, title, url }: StandardReference): Markup {
  return html`<div><a href="${url}">${standard} ${id}</a>: ${title}</div>
`;
}
