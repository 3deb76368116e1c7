import { EMPTY, HOSTILE, SAMPLE, hostile } from './sample';
import { json } from '../../src/reports/json';

const parsed = JSON.parse(json(SAMPLE));

describe('json', () => {
  test('a finding has the fields of the contract, and no others', () => {
    expect(parsed.findings[0]).toEqual({
      ruleId: 'privileged-container',
      severity: 'critical',
      message: 'container "app" sets securityContext.privileged to true',
      path: 'spec.template.spec.containers[0].securityContext.privileged',
      resource: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'api' },
      file: 'k8s/shop/api.yaml',
      line: 34,
      column: 13,
    });
  });

  test('the report has the fields of the contract, and no others', () => {
    expect(Object.keys(parsed)).toEqual(['version', 'findings', 'acknowledged', 'errors', 'summary']);
    expect(parsed.version).toBe(1);
    expect(parsed.summary).toEqual({ resources: 20, rules: 4, findings: { low: 1, medium: 1, high: 2, critical: 1 } });
  });

  test('what is absent is left out, not null', () => {
    expect(Object.keys(parsed.findings[4].resource)).toEqual(['apiVersion', 'kind', 'name']);
    expect(Object.keys(parsed.errors[1])).toEqual(['file', 'message']);
    expect(json(SAMPLE)).not.toContain('null');
  });

  test('an acknowledged finding has its reason and end', () => {
    expect(parsed.acknowledged[0]).toMatchObject({ ruleId: 'host-network', reason: 'the CNI configures the network of the node, SEC-412', expires: '2027-06-30' });
  });

  test('findings keep their order', () => {
    expect(parsed.findings.map(({ line }: { line: number }) => line)).toEqual([34, 18, 22, 30, 0]);
  });

  test('a clean report has every list', () => {
    expect(JSON.parse(json(EMPTY))).toMatchObject({ findings: [], acknowledged: [], errors: [] });
  });

  test.each(HOSTILE)('%j arrives as it is', (name) => {
    const { findings } = JSON.parse(json(hostile(name)));
    expect(findings[0].message).toBe(name);
    expect(findings[0].resource.name).toBe(name);
  });
});
