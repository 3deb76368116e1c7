import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { chartBeside, chartIn, deployment, mistakesIn, objectOf, objectsOf } from '../workload/application';

const { tcp, udp, tcpRange, allTcp, allUdp } = kplus.NetworkPolicyPort;
const PODS_OF = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/instance': name } } });
const IN = (namespace: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } });
const HTTP = [{ port: 8080, protocol: 'TCP' }];

/** What a workload may call beyond DNS. */
const egressOf = (chart: Chart, name: string) => objectOf(chart, 'NetworkPolicy', name).spec.egress.slice(1);
const ingressOf = (chart: Chart, name: string) => objectOf(chart, 'NetworkPolicy', name).spec.ingress;
const policyNames = (chart: Chart) => objectsOf(chart).filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata }) => metadata.name);

function pair() {
  const chart = chartIn('shop');
  return { chart, web: deployment(chart, 'web'), api: deployment(chart, 'api') };
}

describe('between two hardened deployments', () => {
  test('allowTo opens the port of the other, on both sides, in their own policies', () => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api);
    expect(egressOf(chart, 'web')).toEqual([{ to: [PODS_OF('api')], ports: HTTP }]);
    expect(ingressOf(chart, 'api')).toEqual([{ from: [PODS_OF('web')], ports: HTTP }]);
    expect(policyNames(chart).sort()).toEqual(['api', 'web']);
  });

  test('allowFrom says the same from the other side', () => {
    const { chart, web, api } = pair();
    api.connections.allowFrom(web);
    expect(egressOf(chart, 'web')).toEqual([{ to: [PODS_OF('api')], ports: HTTP }]);
    expect(ingressOf(chart, 'api')).toEqual([{ from: [PODS_OF('web')], ports: HTTP }]);
  });

  test('nothing is opened the other way', () => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api);
    expect(egressOf(chart, 'api')).toEqual([]);
    expect(ingressOf(chart, 'web')).toEqual([{ from: [PODS_OF('web')], ports: HTTP }]);
  });

  test('a connection stated by both, and twice, is one rule', () => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api);
    web.connections.allowTo(api);
    api.connections.allowFrom(web);
    expect([egressOf(chart, 'web').length, ingressOf(chart, 'api').length, policyNames(chart).length]).toEqual([1, 1, 2]);
  });

  test.each([
    [kplus.PodConnectionsIsolation.POD, 1, 'web'],
    [kplus.PodConnectionsIsolation.PEER, 0, 'api'],
  ])('isolation %s writes one side only', (isolation, egressRules, caller) => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api, { isolation });
    expect(egressOf(chart, 'web')).toHaveLength(egressRules);
    expect(ingressOf(chart, 'api')).toEqual([{ from: [PODS_OF(caller === 'web' ? 'api' : 'web')], ports: HTTP }]);
  });

  test('an isolation that does not exist is a mistake, not half a connection', () => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api, { isolation: 'peer' as kplus.PodConnectionsIsolation });
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('of two namespaces, both policies name the other namespace', () => {
    const chart = chartIn('shop');
    const web = deployment(chart, 'web');
    const ledger = deployment(chartBeside(chart, 'bank', 'bank'), 'ledger');
    web.connections.allowTo(ledger);
    expect(egressOf(chart, 'web')).toEqual([{ to: [{ ...PODS_OF('ledger'), ...IN('bank') }], ports: HTTP }]);
    expect(ingressOf(chart, 'ledger')).toEqual([{ from: [{ ...PODS_OF('web'), ...IN('shop') }], ports: HTTP }]);
    expect(objectOf(chart, 'NetworkPolicy', 'ledger').metadata.namespace).toBe('bank');
  });

  test('a workload may call itself', () => {
    const chart = chartIn('shop');
    const api = deployment(chart);
    api.connections.allowTo(api);
    expect(egressOf(chart, 'api')).toEqual([{ to: [PODS_OF('api')], ports: HTTP }]);
    expect(ingressOf(chart, 'api')).toEqual([{ from: [PODS_OF('api')], ports: HTTP }]);
  });
});

describe('ports', () => {
  test('keep their protocols, which cdk8s-plus makes TCP (B5)', () => {
    const chart = chartIn('shop');
    const dns = deployment(chart, 'dns', { port: undefined, ports: [{ number: 5353, protocol: kplus.Protocol.UDP }, { number: 5354, protocol: kplus.Protocol.SCTP }] });
    deployment(chart, 'web').connections.allowTo(dns);
    const ports = [{ port: 5353, protocol: 'UDP' }, { port: 5354, protocol: 'SCTP' }];
    expect([egressOf(chart, 'web')[0].ports, ingressOf(chart, 'dns')[0].ports]).toEqual([ports, ports]);
  });

  test('of all containers of the peer are meant', () => {
    const { chart, web, api } = pair();
    api.containers[0].addPort({ number: 9090 });
    web.connections.allowTo(api);
    expect(ingressOf(chart, 'api')[0].ports).toEqual([{ port: 8080, protocol: 'TCP' }, { port: 9090, protocol: 'TCP' }]);
  });

  test('that are given narrow it down', () => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api, { ports: [tcp(9090), udp(53), tcpRange(1000, 2000)] });
    expect(egressOf(chart, 'web')[0].ports).toEqual([{ port: 9090, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }, { port: 1000, endPort: 2000, protocol: 'TCP' }]);
  });

  test('all of them are 1 to 65535, which cdk8s-plus writes as 0 (B7)', () => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api, { ports: [allTcp(), allUdp()] });
    expect(ingressOf(chart, 'api')[0].ports).toEqual([{ port: 1, endPort: 65535, protocol: 'TCP' }, { port: 1, endPort: 65535, protocol: 'UDP' }]);
  });

  test.each<[string, kplus.NetworkPolicyPort[]]>([
    ['none, which opens every port (B6)', []],
    ['port 0, which cdk8s-plus drops (B7)', [kplus.NetworkPolicyPort.of({ port: 0 })]],
    ['a protocol alone', [kplus.NetworkPolicyPort.of({ protocol: kplus.NetworkProtocol.UDP })]],
    ['65536', [tcp(65536)]], ['-1', [tcp(-1)]], ['1.5', [tcp(1.5)]], ['NaN', [tcp(NaN)]],
    ['a range backwards', [tcpRange(2000, 1000)]], ['a range to 65536', [tcpRange(1, 65536)]], ['a range from 0', [tcpRange(0, 10)]],
    ['one good, one bad', [tcp(80), tcp(0)]],
    ['a protocol that policies do not know', [kplus.NetworkPolicyPort.of({ port: 80, protocol: 'ICMP' as kplus.NetworkProtocol })]],
    ['numbers, as a careless caller writes them', [8080 as any]],
    ['a text', '8080' as any],
  ])('are refused when they are %s', (_, ports) => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api, { ports });
    expect(mistakesIn(chart)).not.toEqual([]);
  });

  test('of a peer that has none are a mistake, where cdk8s-plus opens all (B6)', () => {
    const chart = chartIn('shop');
    const worker = deployment(chart, 'worker', { port: undefined });
    deployment(chart, 'web').connections.allowTo(worker);
    expect(mistakesIn(chart)).toContainEqual(expect.stringMatching(/^\[shop\/web\] connections\.allowTo\(shop\/worker\)\.ports is missing, allowed is at least one port/));
  });
});

test.each([undefined, null, 'api', {}])('%p as a peer is a line, not a crash', (peer) => {
  const chart = chartIn('shop');
  deployment(chart).connections.allowTo(peer as unknown as kplus.INetworkPolicyPeer);
  expect(mistakesIn(chart)).toHaveLength(1);
});

test('without a namespace on the chart, pods are peers in whatever namespace the policy is applied to', () => {
  const chart = chartIn();
  deployment(chart, 'web').connections.allowTo(deployment(chart));
  expect(egressOf(chart, 'web')).toEqual([{ to: [PODS_OF('api')], ports: HTTP }]);
});
