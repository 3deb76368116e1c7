import { isLiteralSecret } from '../../../src/rules/secrets/recognition/literal';

describe('a value that is no secret', () => {
  test.each([
    // references
    '${A}', 'x${A}y', '${}', '$(A)', 'x$()y', '{{ a }}', 'x{{}}y', '<%= a %>', '<%%>', '$A', '$A_1', '%s', '%ab', '%(a)s', '%a%', '@a', '@abc',
    'vault:a', 'vault/a', 'ssm:a', 'awssm:a', 'env:A', 'file:a', 'secret:a', 'secret/a', 'arn:a', 'ref+vault:a', 'keyvault:a', 'projects/a-b/secrets/c', 'ENC[a]', 'ENC(a)', 'AES256[a]', 'VAULT:a',
    // placeholders
    '<a>', '<>', '[a b]', '[]', '*', '****', '...', '…', '-', '---',
    // switches
    'true', 'FALSE', 'yes', 'no', 'on', 'off', 'none', 'null', 'nil', 'undefined', 'enable', 'enabled', 'disable', 'disabled', 'auto', 'default', 'always', 'never', 'optional',
    'required', 'prefer', 'preferred',
    // paths, files and addresses
    '/', '/a', '/a/b.c', '/a/b/', '~/a', './a', '../a-b/c@d', 'C:\\a', 'c:\\', 'a.key', 'a/b.pem', 'a.crt', 'a.cer', 'a.cert', 'a.csr', 'a.pub', 'a.txt', 'a.json', 'a.yml', 'a.yaml',
    'a.conf', 'a.cfg', 'a.ini', 'a.toml', 'a.env', 'a.p12', 'a.pfx', 'a.jks', 'a.properties', 'a.token', 'a.secret', 'a-b/c.PEM', 'a://', 'https://a/b?c=d', 'jdbc:a:b://c', 'A+b.c-1://d',
    '', ' ', ' true\n',
    // numbers
    '1', '-1', '+1', '1_000', '1.5', '1,5', '10ns', '1us', '1ms', '1s', '1m', '1h', '1d', '1w', '1y', '1k', '1Mi', '1GB', '1t', '50%', '1h30m', '1m10s', '99999s',
  ])('as a password or a token: %j', (value) => {
    expect([isLiteralSecret(value, 'password'), isLiteralSecret(value, 'key or token')]).toEqual([false, false]);
  });

  test.each([
    '12345', '1234567', 'shop-secret', 'shop-secrets', 'a/shop-token', 'a-1/b2-c3-tokens', 'x-credential', 'x-credentials', 'x-creds', 'x-tls', 'x-cert', 'x-certs', 'x-key', 'x-keys', 'x-auth',
  ])('as a token, because it is a number or names an object: %s', (value) => {
    expect(isLiteralSecret(value, 'key or token')).toBe(false);
  });
});

describe('a value that is a secret', () => {
  test.each([
    'hunter', 'correct horse', 'x', '$', 'a$A', '$A-b', '$-', '%', '%a b', 'a%(b)s', 'a@b', '@', '@-a', 'avault:b', 'vaulted', 'refvault:a', 'projects//secrets/a', 'my projects/a/secrets/b',
    'projects/a/b/secrets/c', 'xENC[a]', 'ENC', '$ {A}', '{ {a} }', '{{a}', '<a', 'a>', '<a>b', 'a<b>', '<a<b>', '[a]b', 'a[b]', '[a[b]', 'a*', '*a', '....', 'a...', '…a', 'a…', '-a', 'a-',
    'truer', 'untrue', 'noo', 'a/b', '/a b', '/a$', 'a~/b', '/a//b', '.../a', '~a/b', 'a.pem2', 'a b.pem', '.a.bar', 'a.keys', 'a:b', 'a:/b', '1a://b', 'a://b c', 'C:a', 'xC:\\a', '.pem.',
    '1a', 'a1', '1..5', '1.', '1.5.6', '--1', '1sx', '1kib2', '1h30', '1 s', '5%%',
  ])('as a password or a token: %j', (value) => {
    expect([isLiteralSecret(value, 'password'), isLiteralSecret(value, 'key or token')]).toEqual([true, true]);
  });

  test.each(['123456', '12345678901', 'shop-secret', 'a/shop-token', 'x-tls'])('as a password, though it is long digits or might name an object: %s', (value) => {
    expect(isLiteralSecret(value, 'password')).toBe(true);
  });

  test.each(['Shop-secret', 'shop_secret', 'secret', '-secret', '1shop-secret', 'a/b/c-secret', 'shop--secret', 'shop-secretx', 'shop-secret-', 'a-B-key'])('as a token, because no object is called so: %s', (value) => {
    expect(isLiteralSecret(value, 'key or token')).toBe(true);
  });

  test.each(['${A:hunter}', '${A:-hunter}', '${A1:hunter}', ' ${A:hunter} '])('as what a reference falls back to: %s', (value) => {
    expect(isLiteralSecret(value, 'password')).toBe(true);
  });

  test.each(['${A:true}', '${A:-}', '${A:-/a}', '${-A:hunter}', 'x${A:hunter}', '${A:hunter}x'])('but not as a reference that falls back to none: %s', (value) => {
    expect(isLiteralSecret(value, 'password')).toBe(false);
  });

  test('is judged by its beginning, however long it is', () => {
    expect(isLiteralSecret(`/${'a'.repeat(999)} b`, 'password')).toBe(false);
    expect(isLiteralSecret(`/${'a'.repeat(998)} b`, 'password')).toBe(true);
  });
});
