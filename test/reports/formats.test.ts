import { EMPTY, HOSTILE, SAMPLE, hostile } from './sample';
import { FORMATS } from '../../src/reports/formats';

describe.each(Object.entries(FORMATS))('the format %s', (_, format) => {
  test('gives the same text for the same report', () => {
    expect(format(structuredClone(SAMPLE))).toBe(format(SAMPLE));
  });

  test('leaves the report as it is', () => {
    const report = structuredClone(SAMPLE);
    format(report);
    expect(report).toEqual(SAMPLE);
  });

  test('names every file with a finding or an error', () => {
    for (const { file } of [...SAMPLE.findings, ...SAMPLE.errors]) { expect(format(SAMPLE)).toContain(file); }
  });

  test('ends with a line feed, also for a clean report', () => {
    expect(format(EMPTY)).toMatch(/[^\n]\n$/);
  });

  test.each(HOSTILE)('survives %j', (name) => {
    expect(() => format(hostile(name))).not.toThrow();
  });

  test('copes with a hundred thousand findings about one object', () => {
    const findings = Array.from({ length: 100_000 }, () => SAMPLE.findings[0]);
    expect(format({ ...SAMPLE, findings }).length).toBeGreaterThan(10_000);
  });
});
