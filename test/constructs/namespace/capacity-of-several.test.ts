import * as kplus from 'cdk8s-plus-27';
import { roomFor } from './room';
import { NamespaceQuota, SecureNamespace } from '../../../src';
import { chartBeside, chartIn, deployment, mistakesIn, secureNamespace } from '../workload/application';

describe('services', () => {
  test.each(['NodePort', 'LoadBalancer'] as kplus.ServiceType[])('of type %s do not fit, even when they are nobody\'s', (type) => {
    const chart = chartIn('shop');
    secureNamespace(chart);
    new kplus.Service(chart, 'outside', { metadata: { name: 'outside' }, type, ports: [{ port: 80 }] });
    expect(mistakesIn(chart)).toContainEqual(expect.stringMatching(/services\.nodeports of shop\/outside is "1", allowed is 0/));
  });

  test('take a node port for each of their ports', () => {
    const chart = roomFor({ nodePorts: 1 });
    new kplus.Service(chart, 'outside', {
      metadata: { name: 'outside' }, type: kplus.ServiceType.NODE_PORT, ports: [{ port: 80, name: 'a' }, { port: 81, name: 'b' }, { port: 82, name: 'c' }],
    });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/services\.nodeports of shop\/outside is "3", allowed is 1/)]);
  });
});

describe('namespaces and charts', () => {
  test('workloads of another chart in the same namespace count', () => {
    const chart = roomFor({ pods: 5 });
    deployment(chartBeside(chart, 'more', 'shop'), 'api', { replicas: 8 });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/pods of more\/api is "10", allowed is 5/)]);
  });

  test('workloads of other namespaces do not', () => {
    const chart = roomFor({ pods: 5 });
    deployment(chartBeside(chart, 'more', 'elsewhere'), 'api', { replicas: 80 });
    expect(mistakesIn(chart)).toEqual([]);
  });

  test('each namespace is held against its own quota', () => {
    const chart = roomFor({ pods: 5 });
    const other = chartBeside(chart, 'bank', 'bank');
    new SecureNamespace(other, 'namespace', { owner: 'team-bank', quota: NamespaceQuota.of({ pods: 2 }) });
    deployment(chart, 'api');
    deployment(other, 'ledger');
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/^\[bank\/namespace\] pods of bank\/ledger is "3", allowed is 2/)]);
  });

  test('what is added between two syntheses counts in the second', () => {
    const chart = roomFor({ pods: 5 });
    deployment(chart, 'one');
    expect(mistakesIn(chart)).toEqual([]);
    deployment(chart, 'two');
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('two syntheses say the same', () => {
    const chart = roomFor({ pods: 2 });
    deployment(chart);
    expect(mistakesIn(chart)).toEqual(mistakesIn(chart));
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});
