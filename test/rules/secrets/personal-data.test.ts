import { personalDataIn } from '../../../src/rules/secrets/recognition/personal-data';

describe('a value that tells about a person', () => {
  test.each([
    ['email', 'ada@shop.io', 'an e-mail address'],
    ['OWNER_E-MAIL', 'ada.lovelace+news@mail-1.shop.co.uk', 'an e-mail address'],
    ['phone', '12345678', 'a telephone number'],
    ['telephone', '+1 (555) 010-99', 'a telephone number'],
    ['home_telephone', '123/456.7', 'a telephone number'],
    ['MOBILE', '+49 170 1234567', 'a telephone number'],
    ['fax', '12345678', 'a telephone number'],
    ['date.of.birth', '1815-12-10', 'a date of birth'],
    ['BIRTHDAY', '10.12.1815', 'a date of birth'],
    ['dob', '1/2/99', 'a date of birth'],
    ['owner_dob_1', '1/2/99', 'a date of birth'],
    ['passport', 'C01X00T47', 'a passport or identity number'],
    ['ssn', '123-45-6789', 'a passport or identity number'],
    ['the_ssn_1', '123-45-6789', 'a passport or identity number'],
    ['social_security', '123 45 6789', 'a passport or identity number'],
    ['SocialSecurity', '123456', 'a passport or identity number'],
    ['account', 'DE89 3704 0044 0532 0130 00', 'a bank account number'],
    ['account', ' GB82WEST12345698765432 ', 'a bank account number'],
    ['account', 'NO9386011117947', 'a bank account number'],
  ])('%s: %s', (name, value, what) => {
    expect(personalDataIn(name, value)).toBe(what);
  });

  test.each([
    ['mail', 'ada@shop.io'], ['email', 'enabled'], ['email', 'ada@shop'], ['email', 'ada@@shop.io'], ['email', 'to ada@shop.io'], ['email', 'ada@shop.io, bob'], ['email', '@shop.io'], ['email', 'ada@.io'],
    ['phone', '123456'], ['phone', '1234567x'], ['phone', 'x12345678'], ['phone', '123456789012345678901'], ['microphone', '12345678'], ['telefax', '12345678'], ['phone', '+'], ['phone', '12345678-'],
    ['birth', '1815'], ['birth', '10.12.'], ['birth', 'x1815-12-10'], ['birth', '1815-12-10T00'], ['birth', '18155-12-10'], ['birth', '10.123.1815'], ['birth', '10.12.18155'], ['adobe', '1/2/99'],
    ['dobby', '1/2/99'], ['passport', 'REQUIRED'], ['passport', '12345'], ['passport', 'c01x00t47'], ['passport', '123456789012345678901'], ['passport', '.123456'], ['passport', '123456.'], ['mission', '123456'],
    ['ssname', '123456'], ['ssnx', '123456'], ['account', 'DE89370400440532013001'], ['account', 'xDE89370400440532013000'], ['account', 'DE89370400440532013000x'], ['account', '12345678901234567'],
    ['account', 'DEX9370400440532013000'], ['account', 'D189370400440532013000'], ['account', 'DE62 3704 0044 05'],
    ['email', `${'a'.repeat(60)}@b.io`], ['email', 'ada@shop.io\nbob@shop.io'],
  ])('is none: %s: %s', (name, value) => {
    expect(personalDataIn(name, value)).toBeUndefined();
  });

  test('is not looked for in long texts', () => {
    expect(personalDataIn('email', `${'a'.repeat(59)}@b.io`)).toBe('an e-mail address');
  });

  test.each([
    'noreply', 'no-reply', 'donotreply', 'do-not-reply', 'admin', 'administrator', 'root', 'postmaster', 'hostmaster', 'webmaster', 'abuse', 'security', 'support', 'info', 'contact', 'hello',
    'help', 'helpdesk', 'sales', 'billing', 'ops', 'devops', 'sre', 'alert', 'alerts', 'notification', 'notifications', 'mailer', 'team-a', 'team', 'services', 'service-a', 'bot', 'bot-1', 'ADMIN',
  ])('is not the mailbox of %s', (mailbox) => {
    expect(personalDataIn('email', `${mailbox}@shop.io`)).toBeUndefined();
    expect(personalDataIn('email', `x${mailbox}@shop.io`)).toBe('an e-mail address');
  });

  test.each(['example.com', 'shop.local', 'shop.internal', 'shop.invalid', 'shop.test', 'shop.svc', 'a.gserviceaccount.com'])('is not at %s', (host) => {
    expect(personalDataIn('email', `ada@${host}`)).toBeUndefined();
    expect(personalDataIn('email', `ada@an${host}.io`)).toBe('an e-mail address');
  });
});
