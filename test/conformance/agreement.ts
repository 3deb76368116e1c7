import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { Finding } from '../../src/findings/finding';
import { minorVersionOf } from '../../src/kubernetes/version';
import { readManifests } from '../../src/manifests/read-manifests';
import { catalogue } from '../../src/rules/catalogue';
import { Rule } from '../../src/rules/rule';
import { Tool } from '../../src/standards/tools';

/** A manifest of another tool, with what that tool says of it. */
export interface Case {
  readonly source: string;
  readonly tool: Tool;
  /** The other tool's check. */
  readonly ruleId: string;
  readonly aliases?: readonly string[];
  /** One part of the check. */
  readonly rule?: string;
  readonly case: string;
  readonly file: string;
  readonly expect: 'pass' | 'fail';
  /** The object that the label is about; absent: the whole file. */
  readonly resource?: { readonly kind: string; readonly name: string };
  readonly params?: { readonly podSecurityVersion?: string };
  readonly tier: string;
}

export interface Verdict {
  readonly of: Case;
  readonly agrees: boolean;
  /** Rules that are equivalents of the check; none: it is not covered. */
  readonly rules: readonly string[];
  readonly found: readonly Finding[];
}

/** The folder with the cases; `CONFORMANCE` names another. */
export const CONFORMANCE = process.env.CONFORMANCE ?? join(__dirname, '..', '..', '..', 'shared', 'conformance');
export const MISSING_CASES = `needs the labelled fixtures of other tools in ${CONFORMANCE} (or in the folder that CONFORMANCE names)`;

export function hasCases(): boolean {
  return existsSync(CONFORMANCE);
}

/** Every case of every source, judged. */
export function verdicts(): Verdict[] {
  return readdirSync(CONFORMANCE, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()
    .flatMap((source) => (JSON.parse(readFileSync(join(CONFORMANCE, source, 'cases.json'), 'utf8')) as Case[]).map(verdictOn));
}

/** Agreement by source and tier: `main` is what counts. */
export function summaries(all: readonly Verdict[]): { source: string; tier: string; agreeing: number; cases: number }[] {
  const keys = [...new Set(all.map(({ of }) => `${of.source}\n${of.tier}`))];
  return keys.map((key) => {
    const [source, tier] = key.split('\n');
    const own = all.filter(({ of }) => of.source === source && of.tier === tier);
    return { source, tier, agreeing: own.filter(({ agrees }) => agrees).length, cases: own.length };
  });
}

function verdictOn(of: Case): Verdict {
  const rules = equivalents(of).map(({ id }) => id);
  const found = judge(of).filter(({ ruleId, resource }) => rules.includes(ruleId)
    && (!of.resource || (of.resource.kind === resource.kind && of.resource.name === resource.name)));
  return { of, rules, found, agrees: rules.length > 0 && (found.length > 0) === (of.expect === 'fail') };
}

function judge({ source, file, params }: Case): readonly Finding[] {
  const { objects } = readManifests([join(CONFORMANCE, source, file)]);
  const kubernetesVersion = params?.podSecurityVersion === undefined ? undefined : minorVersionOf(params.podSecurityVersion);
  return evaluate(objects, catalogue, { profile: PROFILES.all, kubernetesVersion }).findings;
}

/** The rules that name the part of the check, or else the check; `restricted:*` is every check of the level and of the one below. */
function equivalents({ tool, ruleId, aliases = [], rule }: Case): readonly Rule[] {
  const naming = (ids: readonly string[]) => catalogue.filter((each) => each.equivalents[tool]?.some((id) => ids.includes(id)));
  if (ruleId.endsWith(':*')) {
    return catalogue.filter(({ equivalents: { pss = [] } }) => pss.some((id) => ruleId === 'restricted:*' || id.startsWith('baseline:')));
  }
  const finer = rule === undefined ? [] : naming([rule, ...[ruleId, ...aliases].map((id) => `${id}/${rule}`)]);
  return finer.length > 0 ? finer : naming([ruleId, ...aliases]);
}
