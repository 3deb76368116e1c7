import { Rule } from '../rules/rule';

/** Which rules judge. Computed from what rules say about themselves, never listed. */
export type Profile = (rule: Rule) => boolean;

const servesPss = (level: string): Profile => (rule) => (rule.equivalents.pss ?? []).some((id) => id.startsWith(level));
const serves = (standard: string): Profile => (rule) => rule.standards.some((control) => control.standard === standard);

/** The profiles by name. */
export const PROFILES: Readonly<Record<string, Profile>> = Object.freeze({
  'default': (rule: Rule) => rule.default,
  'all': () => true,
  'pss-baseline': servesPss('baseline:'),
  'pss-restricted': servesPss(''),
  'cis': serves('CIS Kubernetes Benchmark'),
  'nsa': serves('NSA/CISA Kubernetes Hardening Guide'),
  'owasp': serves('OWASP Kubernetes Top Ten'),
});
