import { existsSync } from 'fs';
import { dirname, resolve } from 'path';
import { BaselineEntry, BaselineFile } from './baseline-file';
import { Report } from '../../findings/report';

/** What a report says that a baseline does not know, and the other way round. */
export interface BaselineComparison {
  readonly fresh: Report;
  /** How many findings are known. */
  readonly leftOut: number;
  readonly fixed: readonly BaselineEntry[];
}

/**
 * What is new in a report. What the baseline knows and the report does not is fixed, if its file was judged or is gone:
 * a check of some of the files says nothing about the others.
 */
export function withoutKnown(report: Report, judgedFiles: ReadonlySet<string>, baseline: BaselineFile): BaselineComparison {
  const found = baseline.entriesOf([...report.findings, ...report.acknowledged]).map(({ fingerprint }) => fingerprint);
  const known = new Set(baseline.entries.map(({ fingerprint }) => fingerprint));
  const findings = report.findings.filter((_, at) => !known.has(found[at]));

  const still = new Set(found);
  const judged = new Set([...judgedFiles].map((file) => baseline.fromHere(file)));
  const failed = new Set(report.errors.map(({ file }) => baseline.fromHere(file)));
  const folder = dirname(resolve(baseline.file));
  const isGone = (file: string) => file !== '' && !existsSync(resolve(folder, file));
  return {
    fresh: { ...report, findings },
    leftOut: report.findings.length - findings.length,
    fixed: baseline.entries.filter(({ fingerprint, file }) => !still.has(fingerprint) && !failed.has(file) && (judged.has(file) || isGone(file))),
  };
}
