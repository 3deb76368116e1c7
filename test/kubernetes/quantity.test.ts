import recorded from './recorded/quantities.json';
import { formatBytes, formatCount, formatCpu, formatQuantity, parseQuantity } from '../../src/kubernetes/quantity';

describe('parseQuantity', () => {
  test.each(Object.entries(recorded))('reads %j as Kubernetes does', (text, nanos) => {
    expect(parseQuantity(text)?.toString() ?? null).toBe(nanos);
  });

  test.each([[1, '1'], [0.5, '0.5'], [1e21, '1e21'], [1e-7, '1e-7'], [268435456, '256Mi'], [-0, '0']])('reads the number %d as YAML gives it', (number, text) => {
    expect(parseQuantity(number)).toBe(parseQuantity(text));
  });

  test.each(['Mi', '+', '-', '.', 'm', 'E'])('refuses %j, which the server reads as zero, since nobody means that', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  test.each([undefined, null, true, NaN, Infinity, {}, [], ['1'], Symbol('1'), () => '1', { toString: () => '1' }])('refuses what is neither text nor number: %p', (value) => {
    expect(parseQuantity(value)).toBeUndefined();
  });

  test('spends no time on hostile text', () => {
    const started = performance.now();
    for (const text of ['9'.repeat(1e7), `1e${'9'.repeat(18)}`, '1e999999', '1e-999999', `${'0'.repeat(1e6)}x`, '1'.repeat(200) + '.']) {
      expect(() => parseQuantity(text)).not.toThrow();
    }
    expect(performance.now() - started).toBeLessThan(2000);
    expect(parseQuantity('1e999999')).toBeUndefined();
  });
});

describe('formatting', () => {
  const nanos = (text: string) => parseQuantity(text)!;

  test.each([['250m', '250m'], ['0.25', '250m'], ['2', '2'], ['2000m', '2'], ['1500m', '1500m'], ['100u', '100u'], ['7n', '7n'], ['0', '0'], ['1k', '1000']])('cpu %s is %s', (given, written) => {
    expect(formatCpu(nanos(given))).toBe(written);
  });

  test.each([['128Mi', '128Mi'], ['1.5Gi', '1536Mi'], ['1024Mi', '1Gi'], ['1000', '1000'], ['1G', '1000000000'], ['2Ei', '2Ei'], ['4096Ei', '9223372036854775807'],
    ['0', '0'], ['100m', '100m'], ['-2Ki', '-2Ki']])('%s bytes are %s', (given, written) => {
    expect(formatBytes(nanos(given))).toBe(written);
  });

  test.each([
    ['cpu', '1'.padEnd(4, '0') + 'm', '1'], ['requests.cpu', '500m', '500m'], ['memory', '1024Ki', '1Mi'], ['limits.memory', '2048Mi', '2Gi'],
    ['requests.ephemeral-storage', '1024Mi', '1Gi'], ['requests.storage', '1024Gi', '1Ti'], ['gold.storageclass.storage.k8s.io/requests.storage', '1024Gi', '1Ti'],
    ['hugepages-2Mi', '2048Ki', '2Mi'], ['count/deployments.apps', '1k', '1000'], ['pods', '2048', '2048'], ['services.nodeports', '0', '0'],
  ])('%s of %s is written as %s', (resource, given, written) => {
    expect(formatQuantity(resource, nanos(given))).toBe(written);
  });

  test('what is written reads as the same quantity again', () => {
    for (const text of Object.entries(recorded).filter(([, answer]) => answer !== null).map(([key]) => key)) {
      expect(parseQuantity(formatCpu(nanos(text)))).toBe(nanos(text));
      expect(parseQuantity(formatBytes(nanos(text)))).toBe(nanos(text));
      expect(parseQuantity(formatCount(nanos(text)))).toBe(nanos(text));
    }
  });
});
