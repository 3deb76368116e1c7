import { dirname, relative, resolve, sep } from 'path';
import { Finding } from '../../findings/finding';
import { Report } from '../../findings/report';
import { decodeText } from '../../manifests/decode-text';
import { STANDARD_INPUT } from '../../manifests/find-files';
import { readBytes } from '../../manifests/read-bytes';
import { systemReason } from '../../manifests/system-reason';
import { Fingerprints } from '../../reports/sarif-fingerprints';
import { resourceName } from '../../reports/wording';
import { BadUsage } from '../bad-usage';
import { mistakesIn } from '../configuration/mistakes';
import { Schema } from '../configuration/schema';
import { writeFile } from '../write-file';

/** One finding that is known. All but the fingerprint is for people who read the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly resource: string;
  /** As seen from the folder of the baseline, so that it does not matter where a check is started. */
  readonly file: string;
}

const VERSION = 1;
const TEXT: Schema = { type: 'string' };
const SCHEMA: Schema = {
  type: 'object',
  required: ['version', 'findings'],
  additionalProperties: false,
  properties: {
    version: { enum: [VERSION] },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fingerprint', 'ruleId', 'resource', 'file'],
        additionalProperties: false,
        properties: { fingerprint: TEXT, ruleId: TEXT, resource: TEXT, file: TEXT },
      },
    },
  },
};

/** The findings that were there on the day somebody began to look. */
export class BaselineFile {
  /** @throws BadUsage if it cannot be read, or is none */
  public static read(file: string): BaselineFile {
    const value = parsed(file);
    const mistakes = mistakesIn(value, SCHEMA);
    if (mistakes.length > 0) { throw new BadUsage(mistakes.map(({ message }) => `${file}: no baseline: ${message}`)); }
    return new BaselineFile(file, (value as { findings: BaselineEntry[] }).findings);
  }

  /** Everything that a report finds. */
  public static of(file: string, { findings }: Report): BaselineFile {
    const empty = new BaselineFile(file, []);
    return new BaselineFile(file, empty.entriesOf(findings));
  }

  private constructor(public readonly file: string, public readonly entries: readonly BaselineEntry[]) {}

  /** What findings would be called in this file, in their order. */
  public entriesOf(findings: readonly Finding[]): BaselineEntry[] {
    const fingerprints = new Fingerprints();
    return findings.map((finding) => {
      const file = this.fromHere(finding.file);
      return { fingerprint: fingerprints.of({ ...finding, file }), ruleId: finding.ruleId, resource: resourceName(finding.resource), file };
    });
  }

  /** One line a finding, in an order that does not depend on lines, so that a change of it reads well. */
  public write(): void {
    const lines = this.entries
      .map(({ file, resource, ruleId, fingerprint }) => JSON.stringify({ file, resource, ruleId, fingerprint }))
      .sort((one, other) => (one < other ? -1 : 1));
    writeFile(this.file, `{\n  "version": ${VERSION},\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}\n  ]\n}\n`);
  }

  public fromHere(file: string): string {
    return file === '' || file === STANDARD_INPUT ? file : relative(dirname(resolve(this.file)), resolve(file)).replaceAll(sep, '/');
  }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(decodeText(readBytes(file)));
  } catch (error) {
    throw new BadUsage([`${file}: no baseline: ${systemReason(error)}`]);
  }
}
