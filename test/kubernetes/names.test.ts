import { dns1035LabelProblem, dnsLabelProblem, dnsSubdomainProblem, labelKeyProblem, labelValueProblem, portNameProblem } from '../../src/kubernetes/names';

type Check = (text: unknown) => string | undefined;

function agrees(check: Check, right: unknown[], wrong: unknown[]): void {
  test.each(right)('allows %j', (text) => expect(check(text)).toBeUndefined());
  test.each([...wrong, undefined, null, 7, {}, ['a']])('refuses %j', (text) => expect(check(text)).toEqual(expect.any(String)));
}

const a = (length: number) => 'a'.repeat(length);

describe('a DNS label', () => {
  agrees(dnsLabelProblem, ['a', '1', 'a-b', 'a--b', '123-abc', a(63)], ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'ä', 'a\n', ' a', a(64)]);
  test('is told in words', () => {
    expect(dnsLabelProblem('A')).toBe('at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit');
  });
});

describe('a Service name', () => {
  agrees(dns1035LabelProblem, ['a', 'a1', 'a-b', a(63)], ['', '1', '1a', '-a', 'a-', 'A', 'a.b', a(64)]);
});

describe('a DNS subdomain', () => {
  agrees(dnsSubdomainProblem, ['a', '1.2', 'a.b-c.d', a(253), `${a(100)}.${a(152)}`], ['', '.', 'a.', '.a', 'a..b', 'a.-b', 'a-.b', 'A.b', 'a_b', a(254), `${a(100)}.${a(153)}`]);
});

describe('a label key', () => {
  agrees(labelKeyProblem, ['a', 'A', 'app.kubernetes.io/name', 'a_b', 'x/1', a(63), `${a(253)}/${a(63)}`],
    ['', '/', 'a/', '/a', 'a/b/c', 'a/b/', 'A.b/c', '-a', 'a-', '_a', 'a b', a(64), `x/${a(64)}`, `${a(254)}/x`]);
});

describe('a label value', () => {
  agrees(labelValueProblem, ['', 'a', 'A', '1.2_3-4', a(63)], ['-a', 'a-', '.a', 'a b', 'a/b', 'a\n', a(64)]);
});

describe('a port name', () => {
  agrees(portNameProblem, ['http', 'a', '8080a', 'a-1-b', a(15)], ['', '8080', 'HTTP', 'a--b', '-a', 'a-', 'a_b', 'a.b', a(16)]);
});

test('names of a million characters are refused at once', () => {
  const started = performance.now();
  for (const check of [dnsLabelProblem, dns1035LabelProblem, dnsSubdomainProblem, labelKeyProblem, labelValueProblem, portNameProblem]) {
    for (const text of [a(1e6), '-'.repeat(1e6), '/'.repeat(1e6), '.'.repeat(1e6), `${'a-'.repeat(5e5)}!`]) {
      expect(check(text)).toEqual(expect.any(String));
    }
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
