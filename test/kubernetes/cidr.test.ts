import { cidrContains, cidrProblem } from '../../src/kubernetes/cidr';

test.each(['10.0.0.0/8', '0.0.0.0/0', '192.168.1.7/32', '172.16.0.0/12', '::/0', '2001:db8::/32', '2001:DB8:0:0:0:0:0:0/32', 'fe80::1/128', '64:ff9b::/96', '64:ff9b::1.2.3.4/128',
  '1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7::/112'])('%s is a block', (text) => {
  expect(cidrProblem(text)).toBeUndefined();
});

test.each(['', '10.0.0.0', '10.0.0.0/', '/8', '999.1.1.1/99', '256.0.0.0/8', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/08', '010.0.0.0/8', '10.0.0/8', '10.0.0.0.0/8', '10.0.0.0/8 ', '10.0.0.0/8\n',
  '10.0.0.0/8/8', '10.0.0.0/1e1', '::/129', ':::/8', '2001:db8/32', 'fe80::1%eth0/128', '12345::/16', 'example.com/8', '1:2:3:4:5:6:7:8:9/128', '0x0a.0.0.0/8'])('%j is none', (text) => {
  expect(cidrProblem(text)).toContain('an IPv4 or IPv6 block such as 10.0.0.0/8');
});

test('bits beyond the prefix are refused, since they hide how much is opened', () => {
  expect(cidrProblem('10.1.2.3/8')).toBe('an address that is zero beyond the prefix, or /32 for that one address');
  expect(cidrProblem('2001:db8::1/64')).toContain('/128');
});

test('IPv4 inside IPv6 is refused, since some software reads it as the one and some as the other', () => {
  expect(cidrProblem('::ffff:10.0.0.0/104')).toContain('written as IPv4');
  expect(cidrProblem('::ffff:a00:0/104')).toContain('written as IPv4');
});

test.each([undefined, null, 10, {}, ['10.0.0.0/8'], '1'.repeat(1e6)])('what is no text, or far too long, is refused', (value) => {
  expect(cidrProblem(value)).toEqual(expect.any(String));
});

test.each([
  ['10.0.0.0/8', '10.1.0.0/16', true],
  ['0.0.0.0/0', '169.254.169.254/32', true],
  ['::/0', 'fe80::/10', true],
  ['2001:db8::/32', '2001:db8:ffff::/48', true],
  ['10.0.0.0/9', '10.128.0.0/16', false],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.1.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.0/8', '11.0.0.0/16', false],
  ['0.0.0.0/0', '::/96', false],
  ['lots', '10.0.0.0/8', false],
  ['10.0.0.0/8', 'lots', false],
])('%s strictly contains %s: %s', (outer, inner, answer) => {
  expect(cidrContains(outer, inner)).toBe(answer);
});
