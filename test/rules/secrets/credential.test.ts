import { credentialIn } from '../../../src/rules/secrets/recognition/credential';

const long = (length: number) => 'a1'.repeat(length).slice(0, length);

/** Each as short as it may be. */
const SHORTEST: readonly (readonly [what: string, text: string])[] = [
  ['a private key', '---BEGIN PRIVATE KEY'],
  ['a private key', '--- BEGIN OPENSSH PRIVATE KEY'],
  ['a private key', '-----BEGIN SOME OTHER2 PRIVATE KEY'],
  ['an AWS access key', `AKIA${'A1'.repeat(8)}`],
  ['an AWS access key', `ASIA${'A1'.repeat(8)}`],
  ['a JSON Web Token', `eyJ${long(8)}.eyJ${long(8)}.`],
  ['a GitHub token', `ghp_${long(36)}`],
  ['a GitHub token', `ghs_${long(36)}`],
  ['a GitHub token', `github_pat_${long(40)}`],
  ['a GitLab token', `glpat-${long(20)}`],
  ['a Slack token', `xoxp-${long(10)}`],
  ['a Slack token', `https://hooks.slack.com/services/T0/B0/${long(20)}`],
  ['a Stripe key', `rk_live_${long(20)}`],
  ['a Google API key', `AIza${long(35)}`],
  ['a SendGrid key', `SG.${long(16)}.${long(16)}`],
  ['an npm token', `npm_${long(36)}`],
];

describe('a credential', () => {
  test.each(SHORTEST)('%s is known: %s', (what, text) => {
    expect(credentialIn(text)).toBe(what);
    expect(credentialIn(`before ${text}`)).toBe(what);
    expect(credentialIn(`"${text}" after`)).toBe(what);
  });

  test.each(SHORTEST)('%s is not made of less: %s', (_, text) => {
    expect(credentialIn(text.slice(0, -1))).toBeUndefined();
  });

  test.each(SHORTEST.filter(([, text]) => /^\w/.test(text) && !text.includes('hooks')))('%s is no part of a longer word: %s', (_, text) => {
    expect(credentialIn(`A${text}`)).toBeUndefined();
  });

  test.each([
    `AKIA${'A1'.repeat(8)}A`, `AKIA${'a1'.repeat(8)}`, `eyJ${long(7)}.eyJ${long(8)}.`, `eyJ${long(8)}.eyJ${long(7)}.`, `ghx_${long(36)}`, `ghp_${long(18)}-${long(18)}`,
    `github_pat_${long(20)}-${long(20)}`, `glpat-${long(10)}.${long(10)}`, `xoxz-${long(10)}`, `xoxp-${long(5)}.${long(5)}`, `pk_live_${long(20)}`, `sk_live_${long(10)}-${long(10)}`,
    `AIza${long(17)}.${long(18)}`, `SG.${long(15)}.${long(16)}`, `npm_${long(18)}-${long(18)}`, `hooks.slack.com/services/T-/B0/${long(20)}`,
    `hooks.slack.com/services/T0/B-/${long(20)}`, `hooks.slack.com/services/T0/B0/${long(10)}-${long(10)}`, '--BEGIN PRIVATE KEY', '---BEGIN rsa PRIVATE KEY', '---  BEGIN PRIVATE KEY',
  ])('is not in %s', (text) => {
    expect(credentialIn(text)).toBeUndefined();
  });
});

describe('a password in a URL', () => {
  test.each([
    'a://b:hunter@c', 'a+b-c.1://b:hunter@c', 'A://:hunter@c', 'see a://b:hunter@c', 'x://y:$(Z)@w and a://b:hunter@c',
    '?password=hunter', '&PASSWD=hunter', '?pwd=hunter', '?token=hunter', '?access_token=hunter', '?api_key=hunter', '?apikey=hunter', '?secret=hunter', '?sig=hunter',
    '?signature=hunter', '?a=b&token=hunter&c=d',
  ])('is found in %s', (text) => {
    expect(credentialIn(text)).toBe('a password in a URL');
  });

  test.each([
    '1a://b:hunter@c', 'a:/b:hunter@c', 'a://b:@c', 'a://b/c:hunter@d', 'a://b c:hunter@d', 'a://b:hun ter@c', "a://b:'hunter@c", 'a://b"c:hunter@d', 'a://<b>:hunter@c', 'a://b@c:hunter',
    'password=hunter', '?my_token=hunter', '?token=hunte', '?tokens=hunter', '?token=${HUNTER}', '?token=hun"ter', "?token=h'unter", '?token=hunte&r',
  ])('is not found in %s', (text) => {
    expect(credentialIn(text)).toBeUndefined();
  });
});

describe('a password in a connection string', () => {
  test.each(['a=b;password=hunter', ';pwd=h', '; PWD = hunter ;', ';AccountKey=hunter', ';SharedAccessKey=hunter;c=d', ';\n\tpassword\t=\thunter'])('is found in %j', (text) => {
    expect(credentialIn(text)).toBe('a password in a connection string');
  });

  test.each(['password=hunter', ';password=', ';password=;a=b', ';password= \'hunter\'', ';password="hunter"', ';mypassword=hunter', ';password=${HUNTER}'])('is not found in %j', (text) => {
    expect(credentialIn(text)).toBeUndefined();
  });
});
