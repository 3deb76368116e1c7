import { Random } from '../../bench/manifests/random';

type Holder = Record<string, unknown> | unknown[];

/** Values of every type, those that look harmless and those that are members of every object. */
const STRANGERS: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e300, 80, 65536, '', ' ', 'true', '0', '-1', 'ALL', '*', '/', '0.0.0.0/0', '::/0', '999.1.1.1/99', '100m', '1e3', '12Ei', '%', '50%',
  'a/b/c', 'a:b@sha256:x', '$(VAR)', '{{ x }}', '\u0000', '\u202e', '\ud83d', 'é', 'constructor', '__proto__', 'toString', [], {}, [null], [[]], [{}], { name: null }, { toString: 1, valueOf: 1 },
  { matchLabels: null }, { matchLabels: { a: 1 } }, { matchExpressions: [{ key: 'a', operator: 'In', values: null }] }, { kind: 'Pod' }, ['ALL', null, 1],
];
const FIELDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'name', 'kind', 'items', 'spec', 'metadata', 'namespace', 'a.b/c', '', '0', '[0]', '"', ' '];
/** What a careless pattern takes long for. */
const LONG: readonly ((length: number) => string)[] = [
  (length) => 'a'.repeat(length), (length) => `${'a'.repeat(length)}!`, (length) => '-'.repeat(length), (length) => 'a.'.repeat(length / 2), (length) => '9'.repeat(length),
  (length) => ' '.repeat(length), (length) => '/'.repeat(length), (length) => `x${'\n'.repeat(length)}y`, (length) => 'password=;'.repeat(length / 10), (length) => 'http://a:'.repeat(length / 9),
  (length) => '${'.repeat(length / 2), (length) => 'eyJ'.repeat(length / 3), (length) => '--- BEGIN '.repeat(length / 10), (length) => '{{'.repeat(length / 2), (length) => 'a-'.repeat(length / 2),
];

/** Changes a value somewhere: it is mutated in place. */
export function mutate(root: Holder, random: Random): void {
  const places = placesIn(root);
  const { holder, key } = random.pick(places);
  const at = holder as Record<string | number, unknown>;
  const other = random.pick(places);
  switch (random.below(12)) {
    case 0: case 1: case 2: at[key] = structuredClone(random.pick(STRANGERS)); break;
    case 3: case 4: remove(holder, key); break;
    case 5: at[key] = [at[key]]; break;
    case 6: at[key] = { [random.pick(FIELDS)]: at[key] }; break;
    case 7: at[key] = structuredClone((other.holder as Record<string | number, unknown>)[other.key]); break;
    case 8: rename(holder, key, random); break;
    case 9: at[key] = random.chance(90) ? JSON.stringify(at[key]) : nested(1 + random.below(random.chance(5) ? 3_000 : 90), random.chance(50)); break;
    case 10: at[key] = random.pick(LONG)(random.chance(3) ? 200_000 : 300); break;
    case 11: if (Array.isArray(holder)) { holder.push(...holder.slice(0, 50)); } else { at[key] = 7; } break;
  }
}

/** Makes a value hold itself, as anchors can. */
export function tieKnot(root: Holder, random: Random): void {
  const places = placesIn(root);
  const { holder, key } = random.pick(places);
  (holder as Record<string | number, unknown>)[key] = random.chance(50) ? holder : root;
}

interface Place {
  readonly holder: Holder;
  readonly key: string | number;
}

function placesIn(root: Holder): Place[] {
  const places: Place[] = [];
  const visit = (holder: Holder, depth: number) => {
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      places.push({ holder, key });
      const value = (holder as Record<string | number, unknown>)[key];
      if (typeof value === 'object' && value !== null && depth < 30 && places.length < 500) { visit(value as Holder, depth + 1); }
    }
  };
  visit(root, 0);
  return places.length > 0 ? places : [{ holder: root, key: Array.isArray(root) ? 0 : 'spec' }];
}

function remove(holder: Holder, key: string | number): void {
  if (Array.isArray(holder)) { holder.splice(Number(key), 1); } else { delete holder[key]; }
}

function rename(holder: Holder, key: string | number, random: Random): void {
  if (Array.isArray(holder)) { return; }
  const value = holder[key];
  delete holder[key];
  Object.defineProperty(holder, random.pick(FIELDS), { value, enumerable: true, configurable: true, writable: true });
}

function nested(depth: number, isList: boolean): unknown {
  let value: unknown = 'x';
  for (let left = depth; left > 0; left--) { value = isList ? [value] : { a: value }; }
  return value;
}
