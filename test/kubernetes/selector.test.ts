import { LabelSelectorLike, matchesSelector } from '../../src/kubernetes/selector';

const labels = { app: 'api', tier: 'backend', empty: '' };
const expression = (key: string, operator: string, values?: string[]): LabelSelectorLike => ({ matchExpressions: [{ key, operator, values }] });

test('an empty selector selects everything, no selector nothing', () => {
  expect(matchesSelector({}, labels)).toBe(true);
  expect(matchesSelector({ matchLabels: {}, matchExpressions: [] }, undefined)).toBe(true);
  expect(matchesSelector(undefined, labels)).toBe(false);
});

test.each<[LabelSelectorLike, boolean]>([
  [{ matchLabels: { app: 'api' } }, true],
  [{ matchLabels: { app: 'api', tier: 'backend' } }, true],
  [{ matchLabels: { app: 'api', tier: 'frontend' } }, false],
  [{ matchLabels: { missing: 'x' } }, false],
  [{ matchLabels: { empty: '' } }, true],
  [{ matchLabels: { missing: '' } }, false],
  [expression('app', 'In', ['web', 'api']), true],
  [expression('app', 'In', ['web']), false],
  [expression('missing', 'In', ['api']), false],
  [expression('app', 'NotIn', ['web']), true],
  [expression('app', 'NotIn', ['api']), false],
  [expression('missing', 'NotIn', ['api']), true],
  [expression('app', 'Exists'), true],
  [expression('missing', 'Exists', []), false],
  [expression('app', 'DoesNotExist'), false],
  [expression('missing', 'DoesNotExist'), true],
  [{ matchLabels: { app: 'api' }, ...expression('tier', 'NotIn', ['backend']) }, false],
  [{ matchLabels: { app: 'api' }, ...expression('tier', 'Exists') }, true],
])('%j selects the object: %s', (selector, answer) => {
  expect(matchesSelector(selector, labels)).toBe(answer);
});

test.each<LabelSelectorLike>([
  expression('app', 'in', ['api']), expression('app', 'Gt', ['1']), expression('app', 'NotIn', []), expression('app', 'NotIn'),
  expression('app', 'Exists', ['api']), expression('missing', 'DoesNotExist', ['api']),
])('a selector that the server refuses selects nothing: %j', (selector) => {
  expect(matchesSelector(selector, labels)).toBe(false);
});

test('what every JavaScript object has is no label', () => {
  expect(matchesSelector(expression('constructor', 'Exists'), {})).toBe(false);
  expect(matchesSelector(expression('toString', 'DoesNotExist'), {})).toBe(true);
});

test.each<any>([null, 7, 'app', { matchLabels: 'app' }, { matchLabels: null, matchExpressions: 7 }, { matchExpressions: [null] }, { matchExpressions: [7] },
  { matchExpressions: [{}] }])('what is no selector selects nothing: %j', (selector) => {
  expect(matchesSelector(selector, labels)).toBe(false);
});

test('fields left empty in YAML are as good as absent', () => {
  expect(matchesSelector({ matchLabels: null, matchExpressions: null } as any, labels)).toBe(true);
  expect(matchesSelector({ matchLabels: { app: 'api' } }, null as any)).toBe(false);
});
