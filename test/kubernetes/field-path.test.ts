import { Steps, fieldPath, stepsOf } from '../../src/kubernetes/field-path';

const PATHS: [Steps, string][] = [
  [['spec', 'containers', 0, 'image'], 'spec.containers[0].image'],
  [['metadata', 'annotations', 'example.com/owner'], 'metadata.annotations["example.com/owner"]'],
  [['data', 'a "quoted" \\ key', 12], 'data["a \\"quoted\\" \\\\ key"][12]'],
  [['data', ''], 'data[""]'],
  [['data', 'two\nlines'], 'data["two\\nlines"]'],
  [['data', 'app-1'], 'data.app-1'],
  [['data', '1st'], 'data["1st"]'],
  [[], ''],
];

test.each(PATHS)('%j is written %s, and read back', (steps, path) => {
  expect(fieldPath('', steps)).toBe(path);
  expect(stepsOf(path)).toEqual(steps);
});

test('a path goes on where another ends', () => {
  expect(fieldPath('spec.template', ['spec', 0])).toBe('spec.template.spec[0]');
});

test.each(['spec..image', 'spec[', 'spec["a]', 'spec[-1]', 'a b', '[x]', '["\\x"]', '["\n"]'])('%s is no path', (text) => {
  expect(stepsOf(text)).toBeUndefined();
});
