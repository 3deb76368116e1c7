import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { SubjectName, subjects } from './subjects';

/** What one process needed to build and write an application, and what came out. */
export interface Measurement {
  readonly cpuMilliseconds: number;
  readonly lines: number;
  /** How many objects of which kind. */
  readonly kinds: Record<string, number>;
}

/** `measure.js SUBJECT DEPLOYMENTS`: prints one Measurement as JSON. */
const [subject, deployments] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
const before = process.cpuUsage();
const app = new App({ outdir });
const chart = new Chart(app, 'bench', { namespace: 'bench' });
for (let i = 0; i < Number(deployments); i++) { subjects[subject as SubjectName](chart, `service-${i}`); }
app.synth();
const { user, system } = process.cpuUsage(before);

const lines = readFileSync(join(outdir, 'bench.k8s.yaml'), 'utf8').split('\n');
const kinds: Record<string, number> = {};
for (const line of lines.filter((candidate) => candidate.startsWith('kind: '))) { kinds[line] = (kinds[line] ?? 0) + 1; }
rmSync(outdir, { recursive: true });
const measurement: Measurement = { cpuMilliseconds: (user + system) / 1000, lines: lines.length, kinds };
process.stdout.write(JSON.stringify(measurement));
