import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measurement } from './measure';
import type { SubjectName } from './subjects';

const SUBJECTS: SubjectName[] = ['bare', 'plain', 'hardened'];
const SIZES = [{ deployments: 100, rounds: 9 }, { deployments: 1_000, rounds: 5 }, { deployments: 10_000, rounds: 3 }];
const TARGET = 1.3;

/** Milliseconds per object and lines per deployment, by subject. */
interface Row {
  readonly objects: number;
  readonly time: Record<SubjectName, number>;
  readonly lines: Record<SubjectName, number>;
}

process.stdout.write(`CPU milliseconds per Kubernetes object, to build one chart and synthesize it:
  hardened  HardenedDeployment: Deployment, ServiceAccount, Service, PodDisruptionBudget, NetworkPolicy
  plain     the same manifests by hand, as far as cdk8s-plus can express them
  bare      the same five objects with what cdk8s-plus makes of them by default
Every measurement is a process of its own, the subjects take turns, and the median counts.

deployments  objects    bare   plain hardened  hardened/plain   hardened/bare
`);
const rows = SIZES.map(({ deployments, rounds }) => {
  const row = compare(deployments, rounds);
  const { bare, plain, hardened } = row.time;
  const times = [bare, plain, hardened].map((time) => time.toFixed(3).padStart(7));
  const ratios = [hardened / plain, hardened / bare].map((ratio) => ratio.toFixed(2).padStart(15));
  process.stdout.write([String(deployments).padStart(11), String(row.objects).padStart(8), ...times, ...ratios].join(' ') + '\n');
  return row;
});

const [, small, large] = rows;
const listed = (value: (subject: SubjectName) => string) => SUBJECTS.map((subject) => `${subject} ${value(subject)}`).join(', ');
const growth = (subject: SubjectName) => (large.time[subject] / small.time[subject]).toFixed(2);
process.stdout.write(`
Lines of YAML per deployment: ${listed((subject) => large.lines[subject].toFixed(0))}
Time per object at 10000 deployments, as a multiple of that at 1000 (1 is linear): ${listed(growth)}
Target: hardened/plain at most ${TARGET}
`);

function compare(deployments: number, rounds: number): Row {
  const measured: Record<SubjectName, Measurement[]> = { bare: [], plain: [], hardened: [] };
  for (let round = 0; round < rounds; round++) {
    SUBJECTS.forEach((subject) => measured[subject].push(measure(subject, deployments)));
  }
  SUBJECTS.forEach((subject) => deepStrictEqual(measured[subject][0].kinds, measured.hardened[0].kinds));
  const objects = Object.values(measured.hardened[0].kinds).reduce((sum, count) => sum + count, 0);
  return {
    objects,
    time: perSubject((subject) => median(measured[subject].map((measurement) => measurement.cpuMilliseconds)) / objects),
    lines: perSubject((subject) => measured[subject][0].lines / deployments),
  };
}

function measure(subject: SubjectName, deployments: number): Measurement {
  return JSON.parse(execFileSync(process.execPath, [join(__dirname, 'measure.js'), subject, String(deployments)], { encoding: 'utf8' }));
}

function perSubject(value: (subject: SubjectName) => number): Record<SubjectName, number> {
  return { bare: value('bare'), plain: value('plain'), hardened: value('hardened') };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
