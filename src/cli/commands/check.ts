import { resolve } from 'path';
import { evaluateEach } from '../../evaluation/evaluate';
import { Report } from '../../findings/report';
import { Severity } from '../../findings/severity';
import { ManifestObject } from '../../kubernetes/manifest-object';
import { readManifests } from '../../manifests/read-manifests';
import type { Format } from '../../reports/formats';
import type { BaselineOptions } from '../baseline/known-findings';
import { DEFAULT_CONFIGURATION } from '../configuration/configuration';
import { ExitStatus } from '../exit-status';
import { Notes } from '../notes';
import { Threshold } from '../options';
import { Progress } from '../progress';
import { formatted } from '../report-formats';
import { SettingOptions, Settings, settingsOf } from '../settings';
import { Terminal } from '../terminal';
import { writeFile } from '../write-file';

export interface CheckOptions extends SettingOptions, BaselineOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly eachFile?: boolean;
}

const LENIENT_FIRST: readonly Severity[] = [Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL];

/** `bulwark check`. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const settings = settingsOf(options);
  const notes = new Notes(terminal);
  const known = knownFindings(options, notes);
  const { report, files, passedOver } = judged(paths, options, settings, new Progress(terminal));
  const shown = known ? known.leftOutOf(report, files) : report;

  write(shown, options, terminal, notes);
  const own = [options.config ?? DEFAULT_CONFIGURATION, options.baseline, options.writeBaseline].flatMap((file) => (file === undefined ? [] : [resolve(file)]));
  notes.passedOver(passedOver.filter((file) => !own.includes(resolve(file))));
  if (report.errors.length > 0) { return ExitStatus.FAILED; }
  return isReached(settings.failOn, shown) ? ExitStatus.FOUND : ExitStatus.PASSED;
}

/** Most checks have no baseline, and do not wait for what reads one. */
function knownFindings(options: BaselineOptions, notes: Notes) {
  if (options.baseline === undefined && options.writeBaseline === undefined) { return undefined; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { KnownFindings } = require('../baseline/known-findings') as typeof import('../baseline/known-findings');
  return new KnownFindings(options, notes);
}

function judged(paths: readonly string[], { eachFile }: CheckOptions, { rules, evaluation }: Settings, progress: Progress) {
  const { objects, errors, passedOver } = readManifests(paths, { onFile: (path) => progress.tick(() => `reading ${path}`) });
  progress.tick(() => `judging ${objects.length} resources`);
  const report = evaluateEach(eachFile ? byFile(objects) : [objects], rules, {
    ...evaluation,
    onJudged: (count) => progress.tick(() => `judged ${count} of ${objects.length} resources`),
  });
  progress.end();
  return { report: { ...report, errors: [...errors, ...report.errors] }, files: new Set(objects.map(({ file }) => file)), passedOver };
}

function byFile(objects: readonly ManifestObject[]): ManifestObject[][] {
  const files = new Map<string, ManifestObject[]>();
  for (const object of objects) {
    const ofFile = files.get(object.file);
    if (ofFile) { ofFile.push(object); } else { files.set(object.file, [object]); }
  }
  return [...files.values()];
}

function write(report: Report, { format = 'text', output }: CheckOptions, terminal: Terminal, notes: Notes): void {
  if (output === undefined) {
    terminal.out(formatted(report, format, { colour: terminal.hasColour }));
  } else {
    writeFile(output, formatted(report, format, {}));
    notes.wroteReport(output, report);
  }
  if (output !== undefined || format !== 'text') { notes.errors(report.errors); }
}

function isReached(failOn: Threshold, { findings }: Report): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => LENIENT_FIRST.indexOf(severity) >= LENIENT_FIRST.indexOf(failOn as Severity));
}
