const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { groups } = require('./groups');

/**
 * `npm run mutation [-- [--incremental] <group>...]`: mutates one group after the other, prints the share that the tests noticed,
 * fails below the threshold. With `--incremental` what was settled in the last run stands; a fixture that was changed and kept
 * its name goes unseen then, so the figure that counts is made without.
 */
const THRESHOLD = 85;
const ROOT = join(__dirname, '../..');
const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

const incremental = process.argv.includes('--incremental');
const asked = process.argv.slice(2).filter((argument) => argument !== '--incremental');

function mutate(group) {
  const started = Date.now();
  const { status } = spawnSync('npx', ['stryker', 'run', ...incremental ? [] : ['--force']], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MUTATION_GROUP: group } });
  if (status !== 0) { throw new Error(`Stryker ended with status ${status} in group ${group}`); }
  const { files } = JSON.parse(readFileSync(join(ROOT, `dist/mutation/${group}.json`), 'utf8'));
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
  const count = (wanted) => states.filter((state) => wanted.includes(state)).length;
  return { group, noticed: count(NOTICED), unnoticed: count(UNNOTICED), seconds: Math.round((Date.now() - started) / 1000) };
}

const score = ({ noticed, unnoticed }) => 100 * noticed / (noticed + unnoticed);
const line = (row) => (
  `${row.group.padEnd(14)}${String(row.noticed).padStart(6)} of ${String(row.noticed + row.unnoticed).padStart(5)}${score(row).toFixed(1).padStart(8)} %${String(row.seconds).padStart(6)} s\n`);

const unknown = asked.filter((group) => !(group in groups));
if (unknown.length > 0) {
  process.stderr.write(`No group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}\n`);
  process.exit(2);
}
const rows = (asked.length > 0 ? asked : Object.keys(groups)).map(mutate);
const sum = (field) => rows.reduce((total, row) => total + row[field], 0);
const all = { group: 'all', noticed: sum('noticed'), unnoticed: sum('unnoticed'), seconds: sum('seconds') };
process.stdout.write([...rows, all].map(line).join(''));
if (score(all) < THRESHOLD) {
  process.stderr.write(`Fewer than ${THRESHOLD} % of the mutants were noticed.\n`);
  process.exitCode = 1;
}
