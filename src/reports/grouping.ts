import { resourceName } from './wording';
import { Finding } from '../findings/finding';

/** The findings about one object. */
export interface ObjectFindings {
  /** How people call it: objects that are called the same are one. */
  readonly name: string;
  /** As the report has them: worst first. */
  readonly findings: Finding[];
}

/** The findings of one file, by object, in the order of lines. */
export interface FileFindings {
  readonly file: string;
  readonly objects: readonly ObjectFindings[];
}

/** Findings by file and object: files by name, objects by where they stand. */
export function byFileAndObject(findings: readonly Finding[]): FileFindings[] {
  const files = new Map<string, Map<string, ObjectFindings>>();
  for (const finding of findings) {
    let objects = files.get(finding.file);
    if (!objects) { files.set(finding.file, objects = new Map()); }
    const name = resourceName(finding.resource);
    const object = objects.get(name);
    if (object) { object.findings.push(finding); } else { objects.set(name, { name, findings: [finding] }); }
  }
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, objects]) => ({ file, objects: [...objects.values()].sort((one, other) => firstLine(one) - firstLine(other)) }));
}

function firstLine({ findings }: ObjectFindings): number {
  return findings.reduce((first, { line }) => Math.min(first, line), Infinity);
}
