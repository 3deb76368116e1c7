import { parseImageReference } from '../../src/kubernetes/image-reference';

const SHA256 = `sha256:${'0123456789abcdef'.repeat(4)}`;
const SHA512 = `sha512:${'0123456789abcdef'.repeat(8)}`;

test.each([
  ['nginx', { repository: 'nginx' }],
  ['nginx:1.27', { repository: 'nginx', tag: '1.27' }],
  ['library/nginx', { repository: 'library/nginx' }],
  ['registry.example.com/shop/api:v1', { registry: 'registry.example.com', repository: 'shop/api', tag: 'v1' }],
  ['registry:5000/api', { registry: 'registry:5000', repository: 'api' }],
  ['localhost/api', { registry: 'localhost', repository: 'api' }],
  ['Registry/api', { registry: 'Registry', repository: 'api' }],
  ['[2001:db8::1]:5000/api', { registry: '[2001:db8::1]:5000', repository: 'api' }],
  [`api@${SHA256}`, { repository: 'api', digest: SHA256 }],
  [`registry.example.com:443/shop/api:v1@${SHA512}`, { registry: 'registry.example.com:443', repository: 'shop/api', tag: 'v1', digest: SHA512 }],
  ['a__b/c.d/e--f', { repository: 'a__b/c.d/e--f' }],
  [`api:${'t'.repeat(128)}`, { repository: 'api', tag: 't'.repeat(128) }],
])('%s is taken apart', (text, parts) => {
  expect(parseImageReference(text)).toEqual(parts);
});

test.each([
  ['nothing', ''], ['an upper-case repository', 'shop/API'], ['an upper-case name', 'Nginx'], ['a space', 'nginx '], ['a line break', 'nginx\n'],
  ['an empty tag', 'nginx:'], ['two tags', 'nginx:a:b'], ['a tag of 129 characters', `nginx:${'t'.repeat(129)}`], ['a tag that begins with a hyphen', 'nginx:-a'],
  ['an empty digest', 'nginx@'], ['a digest too short', `nginx@${SHA256.slice(0, -1)}`], ['a digest too long', `nginx@${SHA256}0`],
  ['a digest in upper case', `nginx@${SHA256.toUpperCase()}`], ['an unknown algorithm', `nginx@md5:${'a'.repeat(32)}`], ['two digests', `nginx@${SHA256}@${SHA256}`],
  ['no repository', 'registry.example.com/'], ['no repository but a tag', ':v1'], ['only a digest', `@${SHA256}`], ['an empty part', 'a//b'], ['a scheme', 'https://registry.example.com/api'],
  ['a part with three underscores', 'a___b'], ['a part that ends in a dot', 'a.b./c'], ['a port that is no number', 'registry:port/api'],
  ['an image id', 'a'.repeat(64)], ['a repository of 256 characters', 'a'.repeat(256)], ['a user', 'user:pass@registry.example.com/api'],
])('%s is refused', (_, text) => {
  expect(parseImageReference(text)).toBeUndefined();
});

test.each([undefined, null, 7, {}, ['nginx'], Symbol('nginx')])('what is no text is refused: %p', (value) => {
  expect(parseImageReference(value)).toBeUndefined();
});

test('a million hostile characters take no time', () => {
  const started = performance.now();
  for (const text of ['a'.repeat(1e6), 'a-'.repeat(5e5), 'a.'.repeat(5e5), '_'.repeat(1e6), `${'a/'.repeat(5e5)}!`, `a.b/${'a--'.repeat(3e5)}!`, '['.repeat(1e6), `${'A-'.repeat(5e5)}/a`,
    `a:${':'.repeat(1e6)}`, `a@${'@'.repeat(1e6)}`, `1:${'1'.repeat(1e6)}/!`]) {
    parseImageReference(text);
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
