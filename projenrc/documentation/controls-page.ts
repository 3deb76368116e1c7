import { ALL_CONTROLS, Control, rulesCovering } from './control-coverage';
import { COVERED_IN_PART, LEFT_OUT } from './controls-left-out';
import { page, table } from './markdown';
import { link } from './rule-index';
import { Rule } from '../../src/rules/rule';

const SECTIONS: Readonly<Record<string, string>> = {
  A: 'Security context',
  B: 'Resources',
  C: 'Images',
  D: 'Service accounts and RBAC',
  E: 'Secrets and configuration',
  F: 'Network policy',
  G: 'Services and ingress',
  H: 'Namespaces',
  I: 'Probes and availability',
  J: 'Other',
};

/** What other tools check, and which rule does. */
export function controlsPage(rules: readonly Rule[]): string {
  const sections = Object.entries(SECTIONS).map(([section, title]) => `## ${section}. ${title}\n\n${table(
    ['#', 'Control', '', 'Rules, or why none'],
    ALL_CONTROLS.filter((control) => control.section === section).map((control) => [`${control.row}`, control.control, kindOf(control), answer(control, rules)]),
  )}`);
  return page('Controls', 'catalogue', introduction(rules), ...sections);
}

function introduction(rules: readonly Rule[]): string {
  const required = ALL_CONTROLS.filter(({ applicationManifest, defaultOn }) => applicationManifest && defaultOn);
  const covered = required.filter((control) => rulesCovering(control, rules).length > 0);
  const without = required.filter((control) => !covered.includes(control)).map(({ row }) => row);
  return `What kube-linter, kube-score, Polaris, kubesec, Trivy, Kubescape, Checkov, the policies of Kyverno and Pod Security admission check
in manifests: ${ALL_CONTROLS.length} controls, of which ${required.length} are about application manifests and on by default in one of the
scanners. A rule covers ${covered.length} of these; ${without.length === 0 ? 'none is left out' : `${without.join(', ')} cannot be decided from a manifest`}.

*optional*: no scanner checks it without being asked. *inventory*: fires on the mere existence of something legitimate; its rules are
outside the default profile. *not an application manifest*: about something else that is written in YAML.`;
}

function kindOf({ applicationManifest, defaultOn, inventory }: Control): string {
  return [!defaultOn && 'optional', inventory && 'inventory', !applicationManifest && 'not an application manifest'].filter(Boolean).join(', ');
}

function answer(control: Control, rules: readonly Rule[]): string {
  const covering = rulesCovering(control, rules).map((rule) => link(rule, 'rules/') + (rule.default ? '' : ' (not by default)'));
  if (covering.length === 0) { return `*none*: ${LEFT_OUT[control.row] ?? ''}`; }
  const part = COVERED_IN_PART[control.row];
  return covering.join(', ') + (part ? `. In part: ${part}` : '');
}
