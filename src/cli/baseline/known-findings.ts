import { withoutKnown } from './baseline-comparison';
import { BaselineFile } from './baseline-file';
import { Report } from '../../findings/report';
import { Notes } from '../notes';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** The report without what the baseline knows. A baseline that is written knows everything at once. */
export class KnownFindings {
  private readonly baseline: BaselineFile | undefined;

  public constructor(private readonly options: BaselineOptions, private readonly notes: Notes) {
    this.baseline = options.baseline === undefined ? undefined : BaselineFile.read(options.baseline);
  }

  /** @param judgedFiles where the objects of the report stand */
  public leftOutOf(report: Report, judgedFiles: ReadonlySet<string>): Report {
    const { baseline, notes, options: { writeBaseline } } = this;
    let shown = report;
    if (baseline) {
      const { fresh, leftOut, fixed } = withoutKnown(report, judgedFiles, baseline);
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
}
