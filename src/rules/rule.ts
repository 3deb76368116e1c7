import { Check } from './check';
import { RuleDescription, StandardReference } from '../findings/report';
import { Severity } from '../findings/severity';
import { minorVersionOf } from '../kubernetes/version';
import { Equivalents } from '../standards/tools';

/** `1.35`: the check holds from this version of Kubernetes on. */
export type SinceVersion = `1.${number}`;

/** What the author of a rule writes. */
export interface RuleDefinition {
  /** Names the weakness: `privileged-container`. Permanent. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** The folder of the rule. */
  readonly domain: string;
  /** One sentence: what an attacker, or an outage, makes of it. */
  readonly why: string;
  /** One sentence: what to write instead. */
  readonly fix: string;
  readonly standards?: readonly StandardReference[];
  readonly equivalents?: Equivalents;
  /** Whether the default profile has it. @default true */
  readonly default?: boolean;
  /** One check, or the check of every version that changed it: `{ '1.25': …, '1.35': … }`. */
  readonly check: Check | Readonly<Record<SinceVersion, Check>>;
}

export interface Rule extends RuleDescription {
  readonly scope: 'object' | 'application';
  readonly default: boolean;
  /** Newest first. */
  readonly checks: readonly VersionedCheck[];
}

export interface VersionedCheck {
  /** Minor version of Kubernetes. */
  readonly since: number;
  readonly check: Check;
}

const RULE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Makes a rule: a frozen value. */
export function rule({ check, default: byDefault = true, standards = [], equivalents = {}, ...text }: RuleDefinition): Rule {
  if (!RULE_ID.test(text.id)) { throw new Error(`rule id ${JSON.stringify(text.id)} must be lower-case words joined by hyphens`); }
  const checks = 'run' in check ? [{ since: 0, check: check as Check }] : Object.entries(check).map(([version, each]) => {
    const since = minorVersionOf(version);
    if (since === undefined) { throw new Error(`rule ${text.id}: ${JSON.stringify(version)} is no version of Kubernetes`); }
    return { since, check: each };
  });
  return Object.freeze({
    ...text,
    standards: Object.freeze(standards),
    equivalents: Object.freeze(equivalents as RuleDescription['equivalents']),
    default: byDefault,
    scope: checks.some((each) => each.check.scope === 'application') ? 'application' : 'object',
    checks: Object.freeze(checks.sort((one, other) => other.since - one.since)),
  });
}

/** The check that a version of Kubernetes calls for; none where the rule came later. */
export function checkFor({ checks }: Rule, kubernetesVersion: number): Check | undefined {
  return checks.find((each) => each.since <= kubernetesVersion)?.check;
}

/** What reports say about a rule. */
export function descriptionOf({ id, title, severity, domain, why, fix, standards, equivalents }: Rule): RuleDescription {
  return { id, title, severity, domain, why, fix, standards, equivalents };
}
