import { printable } from './printable';
import { inWords, severitiesInWords, countBySeverity } from './summary';
import { resourceName } from './wording';
import { InputError } from '../findings/finding';
import { Report } from '../findings/report';
import { Severity } from '../findings/severity';

const COMMANDS: Readonly<Record<Severity, string>> = {
  [Severity.CRITICAL]: 'error',
  [Severity.HIGH]: 'error',
  [Severity.MEDIUM]: 'warning',
  [Severity.LOW]: 'notice',
};

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
export function github(report: Report): string {
  const { findings, errors, resources } = report;
  const lines = [
    ...errors.map((error) => command('error', error, 'Not judged', error.message)),
    ...findings.map((finding) => command(
      COMMANDS[finding.severity],
      finding,
      `${finding.severity}: ${finding.ruleId}`,
      `${resourceName(finding.resource)}: ${finding.message}`,
    )),
    `${inWords(findings.length, 'finding')} in ${inWords(resources, 'resource')}${findings.length > 0 ? ` (${severitiesInWords(countBySeverity(findings))})` : ''}, ${inWords(errors.length, 'error')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function command(name: string, { file, line, column }: Omit<InputError, 'message'>, title: string, message: string): string {
  const properties = [
    ...file === '' ? [] : [`file=${property(file)}`],
    ...line ? [`line=${line}`] : [],
    ...line && column ? [`col=${column}`] : [],
    `title=${property(title)}`,
  ];
  return `::${name} ${properties.join(',')}::${data(message)}`;
}

/** @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(text: string): string {
  return printable(text).replace(/%/g, '%25');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
