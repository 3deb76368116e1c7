import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SRC = resolve(__dirname, '../src');

/** The import table of ARCHITECTURE.md. A room may always import itself. */
const MAY_IMPORT: Record<string, string[]> = {
  'kubernetes': [],
  'standards': [],
  'findings': [],
  'analysis': ['kubernetes'],
  'constructs': ['kubernetes', 'standards', 'findings', 'analysis', 'cdk8s', 'cdk8s-plus-27', 'constructs'],
  'index.ts': ['constructs', 'findings'],
};
const NODE_BUILT_INS: Record<string, string[]> = { kubernetes: ['node:net'] };

interface Import { readonly from: string; readonly to: string }

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => entry.isDirectory() ? sourceFiles(join(folder, entry.name)) : [join(folder, entry.name)])
    .filter((file) => file.endsWith('.ts'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map(([, to]) => ({
    from: relative(SRC, file),
    to: to.startsWith('.') ? relative(SRC, resolve(dirname(file), `${to}.ts`)) : to,
  }));
}

const room = (path: string) => path.split('/')[0];
const files = sourceFiles(SRC);
const imports = files.flatMap(importsOf);

test('every folder of src is a room of the table', () => {
  expect(new Set(files.map((file) => room(relative(SRC, file))))).toEqual(new Set(Object.keys(MAY_IMPORT)));
});

test('rooms import only what the table allows', () => {
  expect(imports.length).toBeGreaterThan(50);
  const refused = imports.filter(({ from, to }) => {
    const [own, other] = [room(from), to.endsWith('.ts') ? room(to) : to];
    return own !== other && !MAY_IMPORT[own].includes(other) && !(NODE_BUILT_INS[own] ?? []).includes(other);
  });
  expect(refused).toEqual([]);
});

test('there is no import cycle', () => {
  const next = new Map(files.map((file) => [relative(SRC, file), importsOf(file).map(({ to }) => to)]));
  const done = new Set<string>();
  const cycleFrom = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) { return [...path.slice(path.indexOf(file)), file]; }
    if (done.has(file)) { return undefined; }
    const cycle = (next.get(file) ?? []).map((to) => cycleFrom(to, [...path, file])).find((found) => found);
    done.add(file);
    return cycle;
  };
  expect([...next.keys()].map((file) => cycleFrom(file, [])).filter((cycle) => cycle)).toEqual([]);
});

test('the table of ARCHITECTURE.md names the same rooms', () => {
  const table = readFileSync(join(SRC, '../ARCHITECTURE.md'), 'utf8');
  const rooms = [...table.matchAll(/^\| `src\/([\w.]+)/gm)].map(([, name]) => name);
  expect(new Set(rooms)).toEqual(new Set(Object.keys(MAY_IMPORT)));
});

test('no file is a drawer for everything, and none is long', () => {
  expect(files.filter((file) => /(utils?|helpers?|common|misc|shared)(\/|\.ts$)/i.test(file))).toEqual([]);
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)).toEqual([]);
});

test('construction and synthesis read no clock, no environment and no file', () => {
  const forbidden = /\bprocess\.|Date\.now|new Date\(\)|Math\.random|from 'node:fs'|from 'fs'/;
  expect(files.filter((file) => forbidden.test(readFileSync(file, 'utf8'))).map((file) => relative(SRC, file))).toEqual([]);
});
