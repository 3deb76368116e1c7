import { describedRules } from './described-rules';
import { printable } from './printable';
import { Fingerprints } from './sarif-fingerprints';
import { artifactUri } from './sarif-uri';
import { resourceName } from './wording';
import { AcknowledgedFinding, Finding, InputError } from '../findings/finding';
import { Report, RuleDescription } from '../findings/report';
import { Severity } from '../findings/severity';

const LEVELS: Readonly<Record<Severity, string>> = {
  [Severity.CRITICAL]: 'error',
  [Severity.HIGH]: 'error',
  [Severity.MEDIUM]: 'warning',
  [Severity.LOW]: 'note',
};

/** What GitHub sorts by: over 9 is critical, over 7 high, over 4 medium. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  [Severity.CRITICAL]: '9.5',
  [Severity.HIGH]: '8.0',
  [Severity.MEDIUM]: '5.5',
  [Severity.LOW]: '2.0',
};

/**
 * The report for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(report: Report): string {
  const rules = [...describedRules(report).values()];
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = new Fingerprints();
  const toResult = (finding: Finding, suppressions: object[]) => ({
    ruleId: finding.ruleId,
    ruleIndex: ruleIndex.get(finding.ruleId),
    level: LEVELS[finding.severity],
    message: { text: `${resourceName(finding.resource)}: ${printable(finding.message)}` },
    locations: [locationOf(finding)],
    partialFingerprints: { 'bulwark/v1': fingerprints.of(finding) },
    suppressions,
  });
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'bulwark', rules: rules.map(toDescriptor) } },
      columnKind: 'utf16CodeUnits',
      invocations: [{
        executionSuccessful: report.errors.length === 0,
        toolExecutionNotifications: report.errors.map(toNotification),
      }],
      results: [
        ...report.findings.map((finding) => toResult(finding, [])),
        ...report.acknowledged.map((finding) => toResult(finding, [toSuppression(finding)])),
      ],
    }],
  }, undefined, 2)}\n`;
}

function toDescriptor({ id, title, severity, domain, why, fix, standards }: RuleDescription) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why || title },
    help: {
      text: `${why}\n\nFix: ${fix}\n`,
      markdown: `${why}\n\n**Fix:** ${fix}\n${standards.map(({ standard, id: control, title: name, url }) => `\n- [${standard} ${control}](${url}): ${name}`).join('')}\n`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      'tags': [...new Set(['security', 'kubernetes', ...domain === '' ? [] : [domain], ...standards.map(({ standard, id: control }) => `${standard} ${control}`)])],
      'security-severity': SECURITY_SEVERITIES[severity],
      'precision': 'high',
    },
  };
}

function locationOf(finding: Finding) {
  const { resource, path, construct } = finding;
  const name = resourceName(resource);
  return {
    ...physicalLocation(finding),
    logicalLocations: [
      { name, kind: 'resource', fullyQualifiedName: path === '' ? name : `${name}: ${path}` },
      ...construct === undefined ? [] : [{ name: construct, kind: 'construct', fullyQualifiedName: construct }],
    ],
  };
}

function physicalLocation({ file, line, column }: Omit<InputError, 'message'>) {
  if (file === '') { return {}; }
  const region = line ? { region: { startLine: line, ...column ? { startColumn: column } : {} } } : {};
  return { physicalLocation: { artifactLocation: { uri: artifactUri(file) }, ...region } };
}

function toNotification(error: InputError) {
  const location = physicalLocation(error);
  return {
    level: 'error',
    message: { text: printable(error.message) || 'not judged' },
    ...'physicalLocation' in location ? { locations: [location] } : {},
  };
}

function toSuppression({ reason, expires }: AcknowledgedFinding) {
  return { kind: 'inSource', status: 'accepted', justification: reason + (expires === undefined ? '' : ` (expires ${expires})`) };
}
