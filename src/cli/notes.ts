import type { BaselineEntry } from './baseline/baseline-file';
import { Terminal } from './terminal';
import { InputError } from '../findings/finding';
import { Report } from '../findings/report';
import { printable } from '../reports/printable';
import { countBySeverity, inWords, severitiesInWords } from '../reports/summary';
import { sourceLocation } from '../reports/wording';

const MOST_NAMED = 10;

/** What is said beside the report, on standard error. */
export class Notes {
  public constructor(private readonly terminal: Terminal) {}

  public say(text: string): void {
    this.terminal.err(`bulwark: ${text}\n`);
  }

  /** For those who do not see the report. */
  public errors(errors: readonly InputError[]): void {
    for (const error of errors) { this.say(`${sourceLocation(error)}: ${printable(error.message)}`); }
  }

  public passedOver(files: readonly string[]): void {
    if (files.length === 0) { return; }
    this.say(`passed over, because nothing in them is meant for a cluster: ${some(files, ', ')}`);
  }

  public wroteReport(file: string, { findings }: Report): void {
    const counts = findings.length === 0 ? '' : ` (${severitiesInWords(countBySeverity(findings))})`;
    this.say(`${inWords(findings.length, 'finding')}${counts}, see ${file}`);
  }

  public wroteBaseline(file: string, findings: number): void {
    this.say(`${file}: written, with ${inWords(findings, 'finding')} that will be left out with --baseline ${file}`);
  }

  public compared(file: string, leftOut: number, fixed: readonly BaselineEntry[]): void {
    this.say(`${inWords(leftOut, 'finding')} left out, because ${file} knows ${leftOut === 1 ? 'it' : 'them'}`);
    if (fixed.length === 0) { return; }
    const lines = fixed.map(({ ruleId, resource, file: where }) => printable(`${ruleId}, ${resource} (${where})`));
    this.say(`${inWords(fixed.length, 'finding')} of ${file} fixed; write it anew with --write-baseline:\n  ${some(lines, '\n  ')}`);
  }
}

function some(texts: readonly string[], separator: string): string {
  const more = texts.length - MOST_NAMED;
  return texts.slice(0, MOST_NAMED).map(printable).join(separator) + (more > 0 ? `${separator}and ${more} more` : '');
}
