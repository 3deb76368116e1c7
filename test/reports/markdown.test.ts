import { EMPTY, HOSTILE, SAMPLE, finding, hostile } from './sample';
import { markdown } from '../../src/reports/markdown';

const page = markdown(SAMPLE);

describe('markdown', () => {
  test('the heading is the verdict', () => {
    expect(page.split('\n')[0]).toBe('## bulwark: 5 findings (1 critical, 2 high, 1 medium, 1 low)');
    expect(page).toContain('20 resources judged by 4 rules · 1 accepted risk · 2 errors: not everything could be judged');
    expect(markdown(EMPTY)).toBe('## bulwark: no findings\n\n20 resources judged by 4 rules\n');
  });

  test('a finding is a row of a table', () => {
    expect(page).toContain('| critical | `Deployment shop/api` | `container "app" sets securityContext.privileged to true` | `privileged-container` | `k8s/shop/api.yaml:34:13` |');
  });

  test('errors stand first, accepted risks with reason and end', () => {
    expect(page.indexOf('### Not judged')).toBeLessThan(page.indexOf('### Findings'));
    expect(page).toContain('| `DaemonSet monitoring/cni` | `host-network` | `the CNI configures the network of the node, SEC-412` | `2027-06-30` |');
  });

  test('why and fix stand once for each rule', () => {
    expect(page.match(/The pod shares the network of the node\./g)).toHaveLength(1);
    expect(page).toContain('**Fix:** Remove hostNetwork.');
  });

  test('a report of any size fits a comment, and says what it leaves out', () => {
    const findings = Array.from({ length: 5000 }, (_, at) => finding({ line: at + 1 }));
    const errors = Array.from({ length: 5000 }, () => SAMPLE.errors[0]);
    const output = markdown({ ...SAMPLE, findings, errors });
    expect(output.length).toBeLessThan(65_536);
    const shown = output.match(/^\| critical /gm)!.length;
    expect(shown).toBeGreaterThan(50);
    expect(output).toContain(`_…and ${5000 - shown} more findings: see the full report._`);
    expect(output).toMatch(/_…and \d+ more errors: see the full report._/);
    expect(output).toContain('Remove securityContext.privileged');
  });

  test.each(HOSTILE)('%j stays within its cell and its code', (name) => {
    const rows = markdown(hostile(name)).split('\n').filter((line) => line.startsWith('| critical'));
    expect(rows).toHaveLength(1);
    // As GFM cuts a row: at every pipe that no backslash escapes, where a backslash before another is one, too.
    const cells = rows[0].replace(/\\[\\|]/g, 'x').split('|');
    expect(cells).toHaveLength(7);
    for (const cell of cells.slice(2, 6)) {
      const [, fence] = /^ (`+)/.exec(cell)!;
      expect(cell.trim().endsWith(fence)).toBe(true);
      expect(cell.trim().slice(fence.length, -fence.length)).not.toMatch(new RegExp(`(?<!\`)\`{${fence.length}}(?!\`)`));
    }
  });
});
