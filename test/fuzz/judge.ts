import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { Report } from '../../src/findings/report';
import { readManifests } from '../../src/manifests/read-manifests';
import { json } from '../../src/reports/json';
import { sarif } from '../../src/reports/sarif';
import { text as people } from '../../src/reports/text';
import { catalogue } from '../../src/rules/catalogue';

/** Longer than this is a hang. */
const LONGEST = 1_000;
const SLOW = 'took';

/** What went wrong with some text; nothing, if it was judged or refused as it should be. What took long must do so twice: machines pause. */
export function mishap(text: string, withReports: boolean): string | undefined {
  const first = attempt(text, withReports);
  return first?.startsWith(SLOW) ? attempt(text, withReports) : first;
}

function attempt(text: string, withReports: boolean): string | undefined {
  const start = process.hrtime.bigint();
  try {
    const report = judged(text);
    if (withReports) { [json, sarif, people].forEach((format) => format(report, {})); }
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    const internal = report.errors.find(({ message }) => / failed: /.test(message));
    if (internal) { return `internal error: ${internal.message}`; }
    if (report.resources + report.errors.length === 0) { return 'neither judged nor refused'; }
    return took > LONGEST ? `${SLOW} ${took.toFixed(0)} ms` : undefined;
  } catch (error) {
    return `crash: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function judged(text: string): Report {
  const { objects, errors } = readManifests(['-'], { standardInput: () => Buffer.from(text) });
  const report = evaluate(objects, catalogue, { profile: PROFILES.all, today: '2030-01-01' });
  return { ...report, errors: [...errors, ...report.errors] };
}
