import { EMPTY, HOSTILE, SAMPLE, hostile } from './sample';
import { github } from '../../src/reports/github';

const lines = github(SAMPLE).trimEnd().split('\n');

describe('github', () => {
  test('a critical finding is an error at its line', () => {
    expect(lines).toContain('::error file=k8s/shop/api.yaml,line=34,col=13,title=critical%3A privileged-container::Deployment shop/api: container "app" sets securityContext.privileged to true');
  });

  test('severities become the three levels of annotations', () => {
    expect(lines.slice(2, -1).map((line) => line.split(' ')[0])).toEqual(['::error', '::error', '::error', '::warning', '::notice']);
  });

  test('a finding without a file names none', () => {
    expect(lines[6]).toMatch(/^::notice title=low%3A owner::Namespace shop: /);
  });

  test('what could not be judged is an error', () => {
    expect(lines.slice(0, 2)).toEqual([
      '::error file=k8s/broken.yaml,line=3,col=1,title=Not judged::duplicate key "kind"',
      '::error file=k8s/gone,title=Not judged::no such file or directory',
    ]);
  });

  test('the last line counts', () => {
    expect(lines[7]).toBe('5 findings in 20 resources (1 critical, 2 high, 1 medium, 1 low), 2 errors');
    expect(github(EMPTY)).toBe('0 findings in 20 resources, 0 errors\n');
  });

  test.each(HOSTILE)('%j starts no command of its own and ends no property', (name) => {
    const output = github(hostile(name)).trimEnd().split('\n');
    expect(output).toHaveLength(3);
    for (const line of output.slice(0, 2)) { expect(line).toMatch(/^::error file=[^:,\p{Cc}]*,line=\d+,col=\d+,title=[^:,\p{Cc}]*::\P{Cc}*$/u); }
  });

  test('percent signs are escaped, so that nothing is decoded that was not encoded', () => {
    expect(github(hostile('%0A::error::'))).toContain('::%250A::error::');
  });
});
