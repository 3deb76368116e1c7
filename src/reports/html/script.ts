/** Filters the findings. Without it the page shows all of them and offers no filter. */
export const SCRIPT = `
const form = document.getElementById('filter');
if (form) {
  const findings = Array.from(document.querySelectorAll('.finding'));
  const groups = Array.from(document.querySelectorAll('#findings .object, #findings .file'));
  const shown = document.getElementById('shown');
  const apply = () => {
    const severities = new Set(Array.from(form.elements.severity, (box) => box.checked ? box.value : ''));
    const rule = form.elements.rule.value;
    const namespace = form.elements.namespace.value;
    let count = 0;
    for (const finding of findings) {
      const { severity, rule: itsRule, namespace: itsNamespace } = finding.dataset;
      const matches = severities.has(severity) && (rule === '' || rule === itsRule) && (namespace === '' || namespace === itsNamespace);
      finding.hidden = !matches;
      if (matches) { count++; }
    }
    for (const group of groups) { group.hidden = !group.querySelector('.finding:not([hidden])'); }
    shown.textContent = count + ' of ' + findings.length + ' findings shown';
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  form.hidden = false;
  apply();
}
`;
