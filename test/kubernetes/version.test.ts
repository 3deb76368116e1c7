import { minorVersionOf } from '../../src/kubernetes/version';

test.each([
  ['1.29', 29], ['v1.29', 29], ['1.29.3', 29], ['1.0', 0], ['1.137', 137],
  ['1', undefined], ['2.1', undefined], ['1.029', undefined], ['1.29-rc.1', undefined], ['latest', undefined], ['', undefined], ['1.29.', undefined], ['1.1000', undefined],
])('%s is the minor version %s', (text, minor) => {
  expect(minorVersionOf(text)).toBe(minor);
});
