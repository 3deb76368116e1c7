import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SRC = resolve(__dirname, '../src');
/** Generated: the list of all rules. */
const CATALOGUE = 'rules/catalogue.ts';
/** The same list, with the rules that take parameters made anew. */
const PARAMETERS = 'rules/parameters.ts';

/** The import table of ARCHITECTURE.md. A room may always import itself. */
const MAY_IMPORT: Record<string, string[]> = {
  'kubernetes': [],
  'findings': [],
  'standards': ['findings'],
  'analysis': ['kubernetes'],
  'manifests': ['kubernetes', 'findings', 'js-yaml'],
  'rules': ['kubernetes', 'standards', 'findings', 'analysis'],
  'admission': ['rules', 'kubernetes'],
  'evaluation': ['kubernetes', 'findings', 'analysis', 'rules'],
  'reports': ['findings'],
  'constructs': ['kubernetes', 'standards', 'findings', 'analysis', 'cdk8s', 'cdk8s-plus-27', 'constructs'],
  'validation': ['evaluation', 'rules', 'constructs', 'reports', 'manifests', 'findings', 'kubernetes', 'analysis', 'cdk8s', 'cdk8s-plus-27'],
  'cli': ['evaluation', 'rules', 'admission', 'manifests', 'reports', 'standards', 'findings', 'kubernetes', 'analysis', 'commander'],
  'index.ts': ['constructs', 'findings', 'validation'],
};
/** Only what reads files and talks to people may use more of Node.js than pure functions. */
const NODE_BUILT_INS: Record<string, string[]> = {
  kubernetes: ['node:net', 'node:path'],
  manifests: ['fs', 'path', 'buffer', 'node:fs', 'node:path', 'node:buffer'],
  reports: ['crypto', 'node:crypto'],
  cli: ['fs', 'path', 'util', 'tty', 'node:fs', 'node:path', 'node:util', 'node:tty'],
};

interface Import { readonly from: string; readonly to: string }

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => entry.isDirectory() ? sourceFiles(join(folder, entry.name)) : [join(folder, entry.name)])
    .filter((file) => file.endsWith('.ts'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';/gm), ...text.matchAll(/\b(?:import|require)\('([^']+)'\)/g)];
  return statements.map(([, to]) => ({ from: relative(SRC, file), to: to.startsWith('.') ? fileAt(resolve(dirname(file), to)) : to }));
}

function fileAt(path: string): string {
  return relative(SRC, existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts'));
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
  const written = files.filter((file) => relative(SRC, file) !== CATALOGUE);
  expect(written.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)).toEqual([]);
});

test('nothing but the doors reads a clock or the environment, and nothing but manifests and the doors reads a file', () => {
  const forbidden = /\bprocess\.[a-z]|Date\.now|new Date\(\)|Math\.random|from 'node:fs'|from 'fs'/;
  const pure = files.filter((file) => !['cli', 'manifests'].includes(room(relative(SRC, file))));
  expect(pure.filter((file) => forbidden.test(readFileSync(file, 'utf8'))).map((file) => relative(SRC, file))).toEqual([]);
});

test('no rule imports another rule', () => {
  const rules = new Set(importsOf(join(SRC, CATALOGUE)).map(({ to }) => to).filter((to) => to.split('/').length === 3));
  expect(rules.size).toBeGreaterThan(100);
  expect(imports.filter(({ from, to }) => rules.has(to) && from !== CATALOGUE && from !== PARAMETERS)).toEqual([]);
});
