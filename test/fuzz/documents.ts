import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dump, loadAll } from 'js-yaml';
import { mutate, tieKnot } from './mutations';
import { Random } from '../../bench/manifests/random';

type Holder = Record<string, unknown> | unknown[];

const DAMAGE = [' ', '\n', '\t', ':', '- ', '"', "'", '#', '{', '}', '[', ']', '&a ', '*a', ',', '|', '>', '!!binary ', '%', '@', '\n---\n', '\n...\n', '\u0000', '\ufeff', '\r', 'é'];

/** Documents that are judged together, so that rules about several objects have something to look at. */
export const TOGETHER = 4;

/** Spoiled applications without end, the same for the same fixtures and seed. */
export function* applications(fixtures: string, seed: number): Generator<string> {
  const sources = originals(fixtures);
  const random = new Random(seed);
  while (true) { yield Array.from({ length: TOGETHER }, () => spoiled(random.pick(sources), random)).join('\n---\n'); }
}

function originals(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()
    .flatMap((file) => readFileSync(file, 'utf8').split(/^---$/m))
    .filter((text) => text.includes('kind:'));
}

/** A document of which something is wrong: its values, its text, or both. */
function spoiled(original: string, random: Random): string {
  if (random.chance(25)) { return damaged(original, random); }
  const root = loadAll(original)[0] as Holder;
  for (let left = 1 + random.below(4); left > 0; left--) { mutate(root, random); }
  if (random.chance(4)) { tieKnot(root, random); }
  const text = written(root, random);
  return random.chance(5) ? damaged(text, random) : text;
}

function written(root: Holder, random: Random): string {
  try {
    return random.chance(60) ? `${JSON.stringify(root)}\n` : dump(root);
  } catch {
    return dumped(root);
  }
}

/** Cycles JSON cannot say, and depths `dump` cannot. */
function dumped(root: Holder): string {
  try {
    return dump(root);
  } catch {
    return 'kind: Pod\napiVersion: v1\nspec: ' + '['.repeat(5_000) + '\n';
  }
}

function damaged(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(result.length + 1);
    switch (random.below(5)) {
      case 0: result = result.slice(0, at) + random.pick(DAMAGE) + result.slice(at); break;
      case 1: result = result.slice(0, at) + result.slice(at + 1 + random.below(8)); break;
      case 2: result = result.slice(0, at); break;
      case 3: result = anchored(result, at); break;
      case 4: result = result.slice(0, at) + result.slice(Math.max(0, at - random.below(60))); break;
    }
  }
  return result;
}

/** Anchors the map behind the next colon, and refers to it from a field of its own. */
function anchored(text: string, at: number): string {
  const line = /:\n( +)/.exec(text.slice(at));
  if (!line) { return `a: &a\n  b: *a\n${text}`; }
  const start = at + line.index;
  return `${text.slice(0, start)}: &knot\n${line[1]}knot: *knot\n${text.slice(start + 2)}`;
}
