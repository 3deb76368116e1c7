const SCALARS = [
  'a', 'yes', 'no', 'on', 'off', 'true', '"x"', "'it''s'", '0644', '1_000', '0x1F', '1e3', '-', '.5', '~', 'null', '""', '1:30', '2024-01-01', '<<', '*x', '&x 1', '!!str 1',
  '|\n    lit\n     more', '|-\n    lit\n\n    x\n\n', '|\n\n   x\n', '|+\n    a\n\n', '>\n    fold', '[a, b]', '[ "a" , b ]', '[80, -1, yes]', '{a: 1, b: [c]}', '{}', '[ ]',
  '{ a: "b" , c: {d: e} }', 'a # c', 'a#c', '"a: b"', '"a" # c', 'http://x:80', '- b', '? q', '@at', '%p', '.inf', '-0', '[a: b]', '{a}', '{a: }', '[a,]', 'plain\n    more',
  '$(VAR)', '--flag=1', 'a  b', 'a:', '"a":', '---', '...', '#', '""a', '[a]b', '{a: b}c', 'a]', '- - a', '{a: b,c: d}', '{"a": b}', '{"a":b}', '[[a], [b, [c]]]', 'x:y:z', '[.5, ., -]',
];
const KEYS = [
  'a', 'b', '"q"', "'s'", 'yes', '1', '1.5', 'x y', 'a.b/c', '<<', '~', 'on', 'null', '0x1', '-a', 'a-', '/x', '.', '_', 'app.kubernetes.io/name', '"a b"', '__proto__', 'constructor', '-',
];
const DAMAGE = [' ', '\n', ':', '-', '"', "'", '#', '{', '}', '[', ']', '&a', ',', '|', '>', '!', '%', '@', '?', ' #', ': ', '- ', '\n- ', '\n---\n', '  '];

/** The same random YAML in every run: about a third of it well-formed. */
export function* randomDocuments(count: number, seed = 1): Generator<string> {
  const random = new Random(seed);
  for (let made = 0; made < count; made++) {
    const start = random.chance(0.1) ? random.pick(['---\n', '--- # c\n', '\n', '# x\n', '---\n\n# y\n']) : '';
    const document = start + damaged(random, block(random, 3, 0));
    yield random.chance(0.1) ? document.trimEnd() : document;
  }
}

class Random {
  public constructor(private state: number) {}

  public chance(probability: number): boolean {
    return this.below(1_000_000) < probability * 1_000_000;
  }

  public pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  public below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % limit;
  }
}

function block(random: Random, depth: number, indent: number): string {
  const pad = ' '.repeat(indent);
  const isSequence = random.chance(0.35);
  let text = '';
  for (let left = 1 + random.below(4); left > 0; left--) {
    if (random.chance(0.08)) { text += `${random.pick([pad, '', ' '.repeat(random.below(9))])}# comment: x\n`; }
    if (random.chance(0.05)) { text += '\n'; }
    const key = random.chance(0.1) ? random.pick(KEYS) : `${random.pick(['b', 'f', 'k', 'p'])}${left}`;
    const lead = pad + (isSequence ? random.pick(['- ', '- ', '-  ']) : key + random.pick([': ', ': ', ':  ', ':']));
    if (depth === 0 || random.chance(0.55)) {
      text += lead + (random.chance(0.6) ? random.pick(['a', 'true', '80', '"x"', '[a, b]', '{}']) : random.pick(SCALARS)) + random.pick(['\n', '\n', ' \n', '  # c\n']);
    } else if (isSequence && random.chance(0.7)) {
      text += lead + block(random, depth - 1, lead.length).trimStart();
    } else {
      text += `${lead.trimEnd()}${random.pick(['', '', ' # c'])}\n${block(random, depth - 1, indent + (isSequence ? 2 : random.pick([2, 2, 2, 0, 1, 3])))}`;
    }
  }
  return text;
}

function damaged(random: Random, text: string): string {
  if (random.chance(0.5)) { return text; }
  const at = random.below(text.length);
  return random.pick([
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + random.pick(DAMAGE) + text.slice(at),
    text.slice(0, at),
    text.slice(0, at) + text.slice(at + random.below(5)),
  ]);
}
