import { Selecting, SelectorIndex } from '../../src/analysis/selector-index';
import { LabelSelectorLike, matchesSelector } from '../../src/kubernetes/selector';

const KEYS = ['app', 'tier', 'env'];
const VALUES = ['a', 'b', 'c'];

/** Every map of at most two of the keys. */
const LABELS: Record<string, string>[] = [
  {},
  ...KEYS.flatMap((key) => VALUES.map((value) => ({ [key]: value }))),
  ...KEYS.flatMap((one) => KEYS.filter((other) => other > one).flatMap((other) => VALUES.flatMap((a) => VALUES.map((b) => ({ [one]: a, [other]: b }))))),
];

const SELECTORS: LabelSelectorLike[] = [
  ...LABELS.map((matchLabels) => ({ matchLabels })),
  {},
  ...KEYS.flatMap((key) => [
    { matchExpressions: [{ key, operator: 'In', values: ['a', 'b'] }] },
    { matchExpressions: [{ key, operator: 'NotIn', values: ['a'] }] },
    { matchExpressions: [{ key, operator: 'Exists' }] },
    { matchExpressions: [{ key, operator: 'DoesNotExist' }] },
    { matchLabels: { app: 'a' }, matchExpressions: [{ key, operator: 'Exists' }, { key: 'env', operator: 'DoesNotExist' }] },
  ]),
];

function index(selectors: readonly (LabelSelectorLike | undefined)[]): SelectorIndex<number> {
  return new SelectorIndex(selectors.map((selector, item): Selecting<number> => ({ item, selector })));
}

test.each(LABELS)('finds for %j exactly the selectors that select it, each once', (labels) => {
  const expected = SELECTORS.flatMap((selector, item) => (matchesSelector(selector, labels) ? [item] : []));
  expect([...index(SELECTORS).selecting(labels)].sort((one, other) => one - other)).toEqual(expected);
});

test('finds for no labels what selects everything, or what is not there', () => {
  expect([...index([{}, { matchLabels: { app: 'a' } }, { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, undefined]).selecting(undefined)])
    .toEqual([0, 2]);
});

test('asks only the selectors of the rarest label', () => {
  let asked = 0;
  const selector = (name: string): LabelSelectorLike => ({
    get matchLabels() {
      asked++;
      return { 'managed-by': 'Helm', name };
    },
  });
  const all = index(Array.from({ length: 100 }, (_, number) => selector(`n${number}`)));
  asked = 0;
  expect([...all.selecting({ 'managed-by': 'Helm', 'name': 'n7' })]).toEqual([7]);
  expect(asked).toBeLessThan(5);
});

test.each([['text'], [null], [{ matchLabels: 'app' }], [{ matchExpressions: [null, 'x', {}] }]])('selects nothing by %j', (odd) => {
  expect([...index([odd as unknown as LabelSelectorLike]).selecting({ app: 'a' })]).toEqual([]);
});
