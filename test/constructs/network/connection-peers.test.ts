import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { chartIn, deployment, mistakesIn, objectOf, objectsOf } from '../workload/application';

const { tcp } = kplus.NetworkPolicyPort;
const PODS_OF = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/instance': name } } });
const IN = (namespace: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } });
const HTTP = [{ port: 8080, protocol: 'TCP' }];

/** What a workload may call beyond DNS. */
const egressOf = (chart: Chart, name: string) => objectOf(chart, 'NetworkPolicy', name).spec.egress.slice(1);
const ingressOf = (chart: Chart, name: string) => objectOf(chart, 'NetworkPolicy', name).spec.ingress;
const policyNames = (chart: Chart) => objectsOf(chart).filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata }) => metadata.name);

describe('a selector of pods as peer', () => {
  test('changes only the policy of the workload: others that select the same pods are not cut off', () => {
    const chart = chartIn('shop');
    const api = deployment(chart);
    api.connections.allowFrom(kplus.Pods.select(chart, 'pods', { labels: { role: 'prober' } }));
    expect(ingressOf(chart, 'api')).toEqual([{ from: [{ podSelector: { matchLabels: { role: 'prober' } } }], ports: HTTP }]);
    expect(policyNames(chart)).toEqual(['api']);
  });

  test('in named namespaces becomes one peer for each', () => {
    const chart = chartIn('shop');
    const namespaces = kplus.Namespaces.select(chart, 'namespaces', { names: ['one', 'two'] });
    deployment(chart).connections.allowFrom(kplus.Pods.select(chart, 'pods', { labels: { role: 'prober' }, namespaces }));
    const pods = { podSelector: { matchLabels: { role: 'prober' } } };
    expect(ingressOf(chart, 'api')[0].from).toEqual([{ ...pods, ...IN('one') }, { ...pods, ...IN('two') }]);
  });

  test('in namespaces by label keeps the labels', () => {
    const chart = chartIn('shop');
    const namespaces = kplus.Namespaces.select(chart, 'namespaces', { labels: { team: 'sre' } });
    deployment(chart).connections.allowFrom(kplus.Pods.all(chart, 'pods', { namespaces }));
    expect(ingressOf(chart, 'api')[0].from).toEqual([{ namespaceSelector: { matchLabels: { team: 'sre' } }, podSelector: {} }]);
  });

  test('gets a policy of its own only with isolation PEER, in each of its namespaces', () => {
    const chart = chartIn('shop');
    const namespaces = kplus.Namespaces.select(chart, 'namespaces', { names: ['one', 'two'] });
    const peer = kplus.Pods.select(chart, 'pods', { labels: { role: 'db' }, namespaces });
    deployment(chart, 'web').connections.allowTo(peer, { ports: [tcp(5432)], isolation: kplus.PodConnectionsIsolation.PEER });
    const policies = objectsOf(chart).filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name !== 'web');
    expect(policies.map(({ metadata, spec }) => [metadata.namespace, spec])).toEqual(['one', 'two'].map((namespace) => [namespace, {
      podSelector: { matchLabels: { role: 'db' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ...PODS_OF('web'), ...IN('shop') }], ports: [{ port: 5432, protocol: 'TCP' }] }],
    }]));
    expect(egressOf(chart, 'web')).toEqual([]);
  });

  test('with isolation PEER and namespaces only by label is a mistake', () => {
    const chart = chartIn('shop');
    const namespaces = kplus.Namespaces.select(chart, 'namespaces', { labels: { team: 'sre' } });
    const peer = kplus.Pods.select(chart, 'pods', { labels: { role: 'db' }, namespaces });
    deployment(chart, 'web').connections.allowTo(peer, { ports: [tcp(5432)], isolation: kplus.PodConnectionsIsolation.PEER });
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('a whole namespace is a peer too', () => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowFrom(new kplus.Namespace(chart, 'probers', { metadata: { name: 'probers' } }));
    expect(ingressOf(chart, 'api')[0].from).toEqual([{ ...IN('probers'), podSelector: {} }]);
  });

  test.each<[string, (chart: Chart) => kplus.INetworkPolicyPeer]>([
    ['an empty label value (B4)', (c) => kplus.Pods.select(c, 'p', { labels: { role: '' } })],
    ['one empty label value among others', (c) => kplus.Pods.select(c, 'p', { labels: { app: 'a', role: '' } })],
    ['an undefined label value', (c) => kplus.Pods.select(c, 'p', { labels: { role: undefined as any } })],
    ['an undefined label value among others', (c) => kplus.Pods.select(c, 'p', { labels: { app: 'a', role: undefined as any } })],
    ['a label value that is none', (c) => kplus.Pods.select(c, 'p', { labels: { role: 'a b' } })],
    ['a label key that is none', (c) => kplus.Pods.select(c, 'p', { labels: { 'ro le': 'a' } })],
    ['an expression without values', (c) => kplus.Pods.select(c, 'p', { expressions: [kplus.LabelExpression.in('role', [])] })],
    ['an expression with a key that is none', (c) => kplus.Pods.select(c, 'p', { expressions: [kplus.LabelExpression.exists('ro le')] })],
    ['an expression with a value that is none', (c) => kplus.Pods.select(c, 'p', { expressions: [kplus.LabelExpression.in('role', ['a b'])] })],
    ['namespaces with an empty label value (B4)', (c) => kplus.Pods.all(c, 'p', { namespaces: kplus.Namespaces.select(c, 'n', { labels: { team: '' } }) })],
    ['no namespaces at all', (c) => kplus.Pods.all(c, 'p', { namespaces: kplus.Namespaces.select(c, 'n', { names: [] }) })],
    ['an undefined namespace, which would be all of them', (c) => kplus.Pods.all(c, 'p', { namespaces: kplus.Namespaces.select(c, 'n', { names: [undefined as any] }) })],
    ['an empty namespace', (c) => kplus.Pods.all(c, 'p', { namespaces: kplus.Namespaces.select(c, 'n', { names: [''] }) })],
    ['a wildcard as namespace', (c) => kplus.Pods.all(c, 'p', { namespaces: kplus.Namespaces.select(c, 'n', { names: ['*'] }) })],
  ])('with %s is refused', (_, peer) => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowFrom(peer(chart));
    expect(mistakesIn(chart)).not.toEqual([]);
  });
});

describe('addresses as peer', () => {
  test.each<[string, (chart: Chart) => kplus.NetworkPolicyIpBlock, object]>([
    ['IPv4', (c) => kplus.NetworkPolicyIpBlock.ipv4(c, 'b', '10.0.0.0/8'), { cidr: '10.0.0.0/8' }],
    ['IPv4 with exceptions', (c) => kplus.NetworkPolicyIpBlock.ipv4(c, 'b', '10.0.0.0/8', ['10.1.0.0/16']), { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }],
    ['IPv6', (c) => kplus.NetworkPolicyIpBlock.ipv6(c, 'b', '2001:db8::/32', ['2001:db8:1::/48']), { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] }],
    ['everywhere', (c) => kplus.NetworkPolicyIpBlock.anyIpv4(c, 'b'), { cidr: '0.0.0.0/0' }],
  ])('%s', (_, block, expected) => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowTo(block(chart), { ports: [tcp(443)] });
    expect(egressOf(chart, 'api')).toEqual([{ to: [{ ipBlock: expected }], ports: [{ port: 443, protocol: 'TCP' }] }]);
    expect(policyNames(chart)).toEqual(['api']);
  });

  test.each<[string, string, string[] | undefined]>([
    ['an impossible address (B8)', '999.1.1.1/8', undefined], ['an impossible prefix (B8)', '10.0.0.0/99', undefined],
    ['address bits beyond the prefix', '10.1.2.3/8', undefined],
    ['an exception outside', '10.0.0.0/8', ['11.0.0.0/16']], ['an exception that is all of it', '10.0.0.0/8', ['10.0.0.0/8']], ['an exception that is none', '10.0.0.0/8', ['ten']],
  ])('with %s are refused', (_, cidr, except) => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowTo(kplus.NetworkPolicyIpBlock.ipv4(chart, 'b', cidr, except), { ports: [tcp(443)] });
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('need ports, since addresses declare none', () => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowTo(kplus.NetworkPolicyIpBlock.anyIpv4(chart, 'b'));
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('ports is missing')]);
  });

  test('with isolation PEER are a mistake: there is no pod whose policy could be written', () => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowTo(kplus.NetworkPolicyIpBlock.anyIpv4(chart, 'b'), { ports: [tcp(443)], isolation: kplus.PodConnectionsIsolation.PEER });
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});

describe('a plain cdk8s-plus workload as peer', () => {
  function plain(chart: Chart) {
    return new kplus.Deployment(chart, 'plain', { metadata: { name: 'plain' }, containers: [{ image: 'legacy', portNumber: 9000 }] });
  }
  const policyOfPlain = (chart: Chart) => objectsOf(chart).filter(({ kind, metadata }) => kind === 'NetworkPolicy' && !['api', 'web'].includes(metadata.name));

  test('gets a policy that lets the workload in', () => {
    const chart = chartIn('shop');
    const peer = plain(chart);
    deployment(chart, 'web').connections.allowTo(peer);
    expect(policyOfPlain(chart).map(({ spec }) => spec)).toEqual([{
      podSelector: { matchLabels: { 'cdk8s.io/metadata.addr': peer.podMetadata.getLabel('cdk8s.io/metadata.addr') } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [PODS_OF('web')], ports: [{ port: 9000, protocol: 'TCP' }] }],
    }]);
  });

  test('stated twice, gets that policy once', () => {
    const chart = chartIn('shop');
    const peer = plain(chart);
    const web = deployment(chart, 'web');
    web.connections.allowTo(peer);
    web.connections.allowTo(peer);
    expect(policyOfPlain(chart)).toHaveLength(1);
  });

  test('that calls may still ask DNS once its egress is isolated', () => {
    const chart = chartIn('shop');
    deployment(chart).connections.allowFrom(plain(chart));
    const ports = policyOfPlain(chart).flatMap(({ spec }) => spec.egress).flatMap(({ ports: list }) => list);
    expect(ports).toEqual(expect.arrayContaining([{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }]));
  });
});
