import { Construct } from 'constructs';
import { PropCheck, checkAtSynth } from '../../../src/constructs/validation/prop-check';
import { chartIn, deployment, mistakesIn } from '../workload/application';

function linesOf(check: Partial<PropCheck>, accepts?: (found: PropCheck) => boolean): string[] {
  const construct = new Construct(undefined as unknown as Construct, 'construct');
  checkAtSynth(construct, () => [{ when: true, prop: 'prop', given: 1, allowed: '2', ...check }], accepts);
  return construct.node.validate();
}

test('a line says where, what was given, and what is allowed', () => {
  expect(linesOf({ given: 'lots' })).toEqual(['prop is "lots", allowed is 2']);
});

test('and why, and how to have it all the same', () => {
  expect(linesOf({ because: 'it hurts', rule: 'a-rule' })).toEqual([
    'prop is 1, allowed is 2: it hurts (to accept it: Acknowledgements.of(construct).add({ rule: \'a-rule\', reason: \'...\' }))',
  ]);
});

test('there is no line without a mistake', () => {
  expect(linesOf({ when: false })).toEqual([]);
});

test('there is none for a rule that is accepted', () => {
  expect([linesOf({ rule: 'a-rule' }, ({ rule }) => rule === 'a-rule'), linesOf({ rule: 'a-rule' }, ({ rule }) => rule === 'b-rule').length]).toEqual([[], 1]);
});

test('what is merely wrong can never be accepted', () => {
  expect(linesOf({}, () => true)).toHaveLength(1);
});

test('checks see what was added after they were registered', () => {
  const construct = new Construct(undefined as unknown as Construct, 'construct');
  const mistakes: PropCheck[] = [];
  checkAtSynth(construct, () => mistakes);
  expect(construct.node.validate()).toEqual([]);
  mistakes.push({ when: true, prop: 'prop', given: 1, allowed: '2' });
  expect(construct.node.validate()).toHaveLength(1);
});

const CYCLE: Record<string, unknown> = {};
CYCLE.self = CYCLE;

describe('whatever was given makes one short line:', () => {
  test.each<[string, unknown, string | RegExp]>([
    ['nothing', undefined, 'missing'],
    ['null', null, 'null'],
    ['a text', 'a', '"a"'],
    ['NaN', NaN, 'NaN'],
    ['infinity', -Infinity, '-Infinity'],
    ['lines', 'a\nb\r\nc', '"a\\nb\\r\\nc"'],
    ['a terminal escape', '\u001b[2J', '"\\u001b[2J"'],
    ['a cycle', CYCLE, /./],
    ['a symbol', Symbol('a'), 'Symbol(a)'],
    ['a bigint', 10n, /10/],
    ['a function of several lines', () => {
      return 1;
    }, /./],
    ['an object that throws', { toJSON() { throw new Error('no'); } }, /./],
    ['an object that throws as text too', { toJSON() { return undefined; }, toString() { throw new Error('no'); } }, /./],
    ['a bare object', Object.create(null), '{}'],
    ['a megabyte', 'x'.repeat(1_000_000), /^"x+\.\.\.$/],
    ['a megabyte of list', new Array(100_000).fill('x'), /^\[/],
    ['a line separator', 'a\u2028b', /./],
  ])('%s', (_, given, shown) => {
    const [line] = linesOf({ given });
    const text = /^prop is (.*), allowed is 2$/su.exec(line)?.[1];
    if (typeof shown === 'string') { expect(text).toBe(shown); } else { expect(text).toMatch(shown); }
    expect(line).not.toMatch(/[\n\r\u2028\u2029\u001b]/);
    expect(line.length).toBeLessThan(200);
  });
});

describe('names of the user in a line neither break nor bury it:', () => {
  test.each([['lines', 'a\n  [shop/other] forged'], ['a megabyte', 'x'.repeat(1_000_000)], ['a terminal escape', '\u001b[2J']])('a container name of %s', (_, containerName) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { containerName });
    const lines = mistakesIn(chart);
    expect(lines).toHaveLength(1);
    expect(lines[0].length).toBeLessThan(500);
    expect(lines[0]).not.toMatch(/\u001b/);
  });
});
