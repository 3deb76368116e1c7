import { RecordedConstructs } from './construct-path';
import { Finding, InputError } from '../findings/finding';
import { Report, RuleDescription } from '../findings/report';
import { byFileAndObject } from '../reports/grouping';
import { printable } from '../reports/printable';
import { countBySeverity } from '../reports/summary';
import { resourceName, sourceLocation } from '../reports/wording';

/** What cdk8s-cli takes. Its own types are no part of this package, which must work without it. */
export interface CliViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly { readonly resourceName: string; readonly locations: readonly string[]; readonly manifestPath: string }[];
}

/** Findings as the violations of cdk8s-cli: one for each rule. */
export function violationsOf(findings: readonly Finding[], rules: readonly RuleDescription[], constructs: RecordedConstructs): CliViolation[] {
  return rules
    .map((rule) => ({ rule, own: findings.filter(({ ruleId }) => ruleId === rule.id) }))
    .filter(({ own }) => own.length > 0)
    .sort((one, other) => findings.indexOf(one.own[0]) - findings.indexOf(other.own[0]))
    .map(({ rule, own }) => ({
      ruleName: `${rule.id} (${rule.severity})`,
      recommendation: rule.why,
      fix: `${rule.fix} See: bulwark explain ${rule.id}`,
      violatingResources: byFileAndObject(own).flatMap(({ file, objects }) => objects.map((object) => {
        const { name } = object.findings[0].resource;
        return {
          // cdk8s-cli looks up the construct by this name, and would say that of another object
          resourceName: constructs.isCertain(name) ? name : object.name,
          locations: object.findings.map((finding) => locationOf(finding, constructs.describe(name))),
          manifestPath: file,
        };
      })),
    }));
}

/** What could not be judged, as a violation: it is no pass. */
export function violationOfErrors(errors: readonly InputError[]): CliViolation {
  return {
    ruleName: 'not judged',
    recommendation: 'What cannot be read, or judged, may hold anything.',
    fix: 'Correct what stands there; if it is an internal error, report it.',
    violatingResources: errors.map((error) => ({
      resourceName: 'unknown', locations: [`${sourceLocation(error)}: ${printable(error.message)}`], manifestPath: error.file,
    })),
  };
}

/** The counts that cdk8s-cli shows above the violations. */
export function countsOf({ findings, acknowledged, errors, resources, rules }: Report): { readonly [name: string]: string } {
  const counts = { ...countBySeverity(findings), acknowledged: acknowledged.length, errors: errors.length, resources, rules: rules.length };
  return Object.fromEntries(Object.entries(counts).reverse().map(([name, count]) => [name, `${count}`]));
}

function locationOf(finding: Finding, construct: string | undefined): string {
  const where = [resourceName(finding.resource), sourceLocation(finding), finding.path, construct].filter((part) => part !== undefined && part !== '');
  return `${where.map((part) => printable(part!)).join(', ')}: ${printable(finding.message)}`;
}
