import { countBySeverity } from './summary';
import { Finding } from '../findings/finding';
import { Report } from '../findings/report';

/** Version of the format: another number means that old readers would misread it. */
const VERSION = 1;

/** The report for programs. */
export function json(report: Report): string {
  const { low, medium, high, critical } = countBySeverity(report.findings);
  return `${JSON.stringify({
    version: VERSION,
    findings: report.findings.map(asJson),
    acknowledged: report.acknowledged.map((finding) => ({ ...asJson(finding), reason: finding.reason, expires: finding.expires })),
    errors: report.errors.map(({ file, line, column, message }) => ({ file, line, column, message })),
    summary: { resources: report.resources, rules: report.rules.length, findings: { low, medium, high, critical } },
  }, undefined, 2)}\n`;
}

function asJson({ ruleId, severity, message, path, resource, file, line, column }: Finding) {
  const { apiVersion, kind, namespace, name } = resource;
  return { ruleId, severity, message, path, resource: { apiVersion, kind, namespace, name }, file, line, column };
}
