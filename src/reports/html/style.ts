/** The looks of the page. White on each severity's colour, and each text on its ground, has a contrast of at least 4.5. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fff; --text: #1b1f24; --faint: #57606a; --line: #d0d7de; --raised: #f6f8fa; --link: #0550ae;
  --critical: #a40e26; --high: #a33c0b; --medium: #7d5700; --low: #0b5c8a; --good: #116329;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --text: #e6edf3; --faint: #9da7b3; --line: #3d444d; --raised: #161b22; --link: #79b8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--ground); }
h1 { margin: 0; font-size: 1.75rem; }
h2 { margin: 2.5rem 0 1rem; border-bottom: 1px solid var(--line); font-size: 1.35rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
h4 { margin: 0 0 .25rem; font-size: 1rem; }
.object h3 { margin: 0 0 .5rem; }
code { font: .875em ui-monospace, monospace; }
nav ul, .counts, .findings { list-style: none; margin: 0; padding: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: 1.25rem; margin-top: 1rem; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; }
.counts li { min-width: 8rem; padding: .5rem 1rem; border-radius: .5rem; color: #fff; }
.counts b { display: block; font-size: 1.75rem; line-height: 1.2; }
.critical { background: var(--critical); } .high { background: var(--high); } .medium { background: var(--medium); } .low { background: var(--low); }
.none { background: var(--good); }
.problem { border-left: .4rem solid var(--critical); padding-left: 1rem; }
.problem h2 { margin-top: 1.5rem; border: 0; }
form { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: end; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--raised); }
form[hidden] { display: none; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
.choice { font-weight: 600; } .choice select { display: block; max-width: 20rem; font-weight: 400; }
select, button { min-height: 2rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--faint); border-radius: .25rem; padding: .25rem .5rem; }
form p { margin: 0; flex-basis: 100%; color: var(--faint); }
.object { margin: .5rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
.large .object { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
.finding { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0 .75rem; padding: .4rem 0; }
.finding + .finding { border-top: 1px solid var(--line); }
[hidden] { display: none !important; }
.severity { display: inline-block; align-self: start; justify-self: start; padding: 0 .5rem; border-radius: .25rem; color: #fff; font-size: .85rem; }
.where code { margin-right: 1.5rem; }
.object:target { border-color: var(--link); border-width: 2px; }
.where { grid-column: 2; color: var(--faint); font-size: .9rem; }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: var(--faint); } dd { margin: 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
#compliance th:nth-child(1) { width: 14rem; } #compliance th:nth-child(3) { width: 11rem; } #compliance th:nth-child(4) { width: 16rem; }
.met { color: var(--good); font-weight: 600; } .broken { color: var(--critical); font-weight: 600; }
@media (prefers-color-scheme: dark) { .met { color: #56d364; } .broken { color: #ff8f87; } }
@media (max-width: 40rem) { .finding, dl { grid-template-columns: 1fr; } .where { grid-column: 1; } }
@media print { nav, form { display: none !important; } .object { break-inside: avoid; } .large .object { content-visibility: visible; } }
`;
