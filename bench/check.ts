import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cost, median, node, timed } from './run';
import { writeRepository } from './write-repository';
import { kubeScore } from '../test/scanners/kube-score';
import { findOrInstall } from '../test/scanners/scanner';

/**
 * `check.js [ROUNDS]`: `bulwark check` on 20,000 documents, all rules, the whole process, beside what js-yaml needs only to parse the
 * same text and what kube-score needs to judge it. They take turns, and medians count. `BULWARK` names another build to measure.
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const BULWARK = process.env.BULWARK ?? join(__dirname, '..', '..', '..', 'lib', 'cli', 'main.js');
const PARSER = join(__dirname, 'parse.js');

const scratch = mkdtempSync(join(tmpdir(), 'bench-check-'));
try {
  process.exitCode = compare();
} finally {
  rmSync(scratch, { recursive: true });
}

function compare(): number {
  const [small, large, one] = [1_000, 20_000, 1].map((documents) => ({ folder: join(scratch, String(documents)), documents }))
    .map(({ folder, documents }) => ({ folder, documents, ...writeRepository(folder, documents) }));
  process.stdout.write(`${large.documents} documents in ${large.files.length} files, ${(large.bytes / 1e6).toFixed(1)} MB; ${ROUNDS} rounds\n\n`);

  const all = ['--profile', 'all', '--fail-on', 'never'];
  const subjects = {
    'bulwark check, 20000': () => node(BULWARK, 'check', large.folder, ...all),
    'js-yaml, 20000': () => node(PARSER, large.folder),
    'bulwark check, 1000': () => node(BULWARK, 'check', small.folder, ...all),
    'bulwark check, 1': () => node(BULWARK, 'check', one.folder, ...all),
    'node -e 0': () => node('-e', '0'),
  };
  const costs = new Map(Object.keys(subjects).map((name) => [name, [] as Cost[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(subjects)) { costs.get(name)!.push(run()); }
  }
  const cost = (name: keyof typeof subjects) => median(costs.get(name)!);
  process.stdout.write('                           wall ms    cpu ms   peak MB\n');
  for (const name of Object.keys(subjects) as (keyof typeof subjects)[]) {
    const { wall, cpu, megabytes } = cost(name);
    process.stdout.write(`${name.padEnd(24)}${[wall, cpu, megabytes].map((figure) => figure.toFixed(0).padStart(10)).join('')}\n`);
  }
  const checked = cost('bulwark check, 20000');
  const parsed = cost('js-yaml, 20000');
  const scored = timed(join(findOrInstall(kubeScore), 'kube-score'), ['score', ...large.files]);
  process.stdout.write(`${'kube-score, 20000'.padEnd(24)}${scored.toFixed(0).padStart(10)}\n\n`);

  const verdicts = [
    verdict('wall, as a multiple of js-yaml', checked.wall / parsed.wall, 'at most', 2),
    verdict('cpu, as a multiple of js-yaml', checked.cpu / parsed.cpu, 'at most', 2),
    verdict('peak memory, MB', checked.megabytes, 'at most', 300),
    verdict('wall at 20000, as a multiple of 1000', checked.wall / cost('bulwark check, 1000').wall, 'at most', 22),
    verdict('kube-score, as a multiple of ours', scored / checked.wall, 'at least', 20),
    verdict('one document, ms more than node -e 0', cost('bulwark check, 1').wall - cost('node -e 0').wall, 'at most', 120),
  ];
  return verdicts.every(Boolean) ? 0 : 1;
}

function verdict(what: string, figure: number, bound: 'at most' | 'at least', limit: number): boolean {
  const holds = bound === 'at most' ? figure <= limit : figure >= limit;
  process.stdout.write(`${holds ? 'ok    ' : 'MISSED'}  ${what.padEnd(38)}${figure.toFixed(2).padStart(8)}   ${bound} ${limit}\n`);
  return holds;
}
