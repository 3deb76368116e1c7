import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_CONTROLS, checksOf, isAmbiguous, names, rulesCovering, unnamedChecks } from '../../projenrc/documentation/control-coverage';
import { COVERED_BY, COVERED_IN_PART, LEFT_OUT } from '../../projenrc/documentation/controls-left-out';
import { catalogue } from '../../src/rules/catalogue';

const isCovered = (control: (typeof ALL_CONTROLS)[number]) => rulesCovering(control, catalogue).length > 0;
const rowsOf = (controls: typeof ALL_CONTROLS) => controls.map(({ row }) => row);
const keysOf = (table: object) => Object.keys(table).map(Number);

/** Controls about application manifests that a scanner checks without being asked. */
const required = ALL_CONTROLS.filter(({ applicationManifest, defaultOn }) => applicationManifest && defaultOn);

describe('the controls of other tools', () => {
  test('that are about application manifests and on by default are accounted for, every one', () => {
    const covered = required.filter(isCovered);
    const explained = required.filter((control) => !isCovered(control) && LEFT_OUT[control.row]);
    process.stdout.write(`Default-on application controls accounted for: ${covered.length + explained.length} of ${required.length}: `
      + `${covered.length} by rules, ${explained.length} by a reason (row ${rowsOf(explained).join(', ')})\n`);
    expect(required.length).toBe(147);
    expect(rowsOf(explained)).toEqual([68]);
    expect(covered.length + explained.length).toBe(required.length);
  });

  test('have a rule or a reason, and never both', () => {
    expect(rowsOf(ALL_CONTROLS.filter((control) => !isCovered(control)))).toEqual(keysOf(LEFT_OUT));
  });

  test('have a rule that names each of their checks, or a reason why only a part is covered', () => {
    const inPart = ALL_CONTROLS.filter((control) => isCovered(control) && unnamedChecks(control, catalogue).length > 0);
    expect(rowsOf(inPart)).toEqual(keysOf(COVERED_IN_PART));
  });

  test('that equivalents cannot tell apart are told apart by hand, by rules that name one of their checks', () => {
    expect(rowsOf(ALL_CONTROLS.filter((control) => isAmbiguous(control)))).toEqual(keysOf(COVERED_BY));
    for (const [row, ids] of Object.entries(COVERED_BY)) {
      const control = ALL_CONTROLS.find((each) => each.row === Number(row))!;
      const naming = catalogue.filter((rule) => checksOf(control).some((check) => names(rule, check))).map(({ id }) => id);
      expect(naming).toEqual(expect.arrayContaining([...ids]));
    }
  });
});

interface OriginalRow {
  readonly row: number;
  readonly section: string;
  readonly control: string;
  readonly inventory: boolean;
  readonly applicationManifest: boolean;
  readonly defaultOn: boolean;
  readonly equivalents: Readonly<Record<string, readonly string[]>>;
}

/** What `src/standards/controls.ts` was made from; it lies outside the repository. `CONTROLS` names another place. */
const ORIGIN = process.env.CONTROLS ?? join(__dirname, '..', '..', '..', 'shared', 'reference', 'controls.json');

if (!existsSync(ORIGIN)) {
  process.stderr.write(`SKIPPED: comparing src/standards/controls.ts with its origin needs ${ORIGIN} (or the file that CONTROLS names)\n`);
}

(existsSync(ORIGIN) ? test : test.skip)('the table of controls says what the survey of the tools says', () => {
  const rows = (JSON.parse(readFileSync(ORIGIN, 'utf8')) as OriginalRow[]).map(({ equivalents, ...row }) => ({
    row: row.row,
    section: row.section[0],
    control: words(row.control),
    applicationManifest: row.applicationManifest,
    defaultOn: row.defaultOn,
    inventory: row.inventory,
    checks: Object.fromEntries(Object.entries(equivalents).filter(([, ids]) => ids.length > 0)),
  }));
  expect(ALL_CONTROLS.map((control) => ({ ...control, control: words(control.control), inventory: control.inventory ?? false }))).toEqual(rows);
});

/** Without marks of emphasis and of what other fields say. */
function words(text: string): string {
  const plain = text.replace(/^INVENTORY: /, '').replace(/ \*\([^)]*\)\*$/, '').replaceAll('`', '').replace(/\s+/g, ' ').trim();
  return plain[0].toUpperCase() + plain.slice(1);
}
