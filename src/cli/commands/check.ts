import { evaluateEach } from '../../evaluation/evaluate';
import { Report } from '../../findings/report';
import { Severity } from '../../findings/severity';
import { ManifestObject } from '../../kubernetes/manifest-object';
import { readManifests } from '../../manifests/read-manifests';
import type { Format } from '../../reports/formats';
import { withoutKnown } from '../baseline/baseline-comparison';
import { BaselineFile } from '../baseline/baseline-file';
import { ExitStatus } from '../exit-status';
import { Notes } from '../notes';
import { Threshold } from '../options';
import { Progress } from '../progress';
import { formatted } from '../report-formats';
import { SettingOptions, Settings, settingsOf } from '../settings';
import { Terminal } from '../terminal';
import { writeFile } from '../write-file';

export interface CheckOptions extends SettingOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly eachFile?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

const LENIENT_FIRST: readonly Severity[] = [Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL];

/** `bulwark check`. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const settings = settingsOf(options);
  const baseline = options.baseline === undefined ? undefined : BaselineFile.read(options.baseline);
  const notes = new Notes(terminal);
  const { report, files, passedOver } = judged(paths, options, settings, new Progress(terminal));
  const shown = known(report, files, options, baseline, notes);

  write(shown, options, terminal, notes);
  notes.passedOver(passedOver.filter((file) => ![options.config ?? 'bulwark.yaml', options.baseline, options.writeBaseline].includes(file)));
  if (report.errors.length > 0) { return ExitStatus.FAILED; }
  return isReached(settings.failOn, shown) ? ExitStatus.FOUND : ExitStatus.PASSED;
}

function judged(paths: readonly string[], { eachFile }: CheckOptions, { rules, evaluation }: Settings, progress: Progress) {
  const { objects, errors, passedOver } = readManifests(paths, { onFile: (path) => progress.tick(() => `reading ${path}`) });
  progress.tick(() => `judging ${objects.length} resources`);
  const report = evaluateEach(eachFile ? byFile(objects) : [objects], rules, {
    ...evaluation,
    onJudged: (count) => progress.tick(() => `judged ${count} of ${objects.length} resources`),
  });
  progress.end();
  return { report: { ...report, errors: [...errors, ...report.errors] }, files: objects.map(({ file }) => file), passedOver };
}

function byFile(objects: readonly ManifestObject[]): ManifestObject[][] {
  const files = new Map<string, ManifestObject[]>();
  for (const object of objects) {
    const ofFile = files.get(object.file);
    if (ofFile) { ofFile.push(object); } else { files.set(object.file, [object]); }
  }
  return [...files.values()];
}

/** The report without what the baseline knows. A baseline that is written knows everything at once. */
function known(report: Report, files: readonly string[], { writeBaseline }: CheckOptions, baseline: BaselineFile | undefined, notes: Notes): Report {
  let shown = report;
  if (baseline) {
    const { fresh, leftOut, fixed } = withoutKnown(report, files, baseline);
    notes.compared(baseline.file, leftOut, fixed);
    shown = fresh;
  }
  if (writeBaseline === undefined) { return shown; }
  if (report.errors.length > 0) {
    notes.say(`${writeBaseline}: not written, because not everything could be judged`);
    return shown;
  }
  BaselineFile.of(writeBaseline, report).write();
  notes.wroteBaseline(writeBaseline, report.findings.length);
  return { ...report, findings: [] };
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
