import { didYouMean, similar } from '../../src/cli/suggestion';

const WORDS = ['host-network', 'host-path-volume', 'host-pid', 'latest-tag'];

test.each([
  ['host-netwrk', ['host-network']],
  ['hots-pid', ['host-pid']],
  ['latest', ['latest-tag']],
  ['hostpath', []],
  ['nothing like it', []],
  ['', []],
])('%j may mean %j', (word, expected) => {
  expect(similar(word, WORDS)).toEqual(expected);
});

test('the likeliest comes first', () => {
  expect(similar('host-pids', ['host-pids-x', 'host-pid', 'host-pods'])).toEqual(['host-pids-x', 'host-pid', 'host-pods']);
});

test('nothing similar is not suggested', () => {
  expect(didYouMean('xyzzy', WORDS)).toBe('');
  expect(didYouMean('latest-tags', WORDS)).toBe('; did you mean "latest-tag"?');
});
