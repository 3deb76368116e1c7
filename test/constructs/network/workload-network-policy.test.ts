import { ClusterDns } from '../../../src';
import { chartIn, deployment, mistakesIn, objectOf, objectsOf } from '../workload/application';

const KUBE_DNS = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } }, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
  ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }],
};

test('a workload has one policy: one label, both directions, a rule each way', () => {
  const chart = chartIn('shop');
  deployment(chart);
  expect(objectsOf(chart).filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata, spec }) => ({ metadata, spec }))).toEqual([{
    metadata: { name: 'api', namespace: 'shop' },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } } }], ports: [{ port: 8080, protocol: 'TCP' }] }],
      egress: [KUBE_DNS],
    },
  }]);
});

test('the pod itself stands in as a caller only until there is one', () => {
  const chart = chartIn('shop');
  deployment(chart, 'web').connections.allowTo(deployment(chart));
  expect(objectOf(chart, 'NetworkPolicy', 'api').spec.ingress.map(({ from }: any) => from)).toEqual([[{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } } }]]);
});

test('ports that are added later are in the rule that stands in', () => {
  const chart = chartIn('shop');
  deployment(chart).containers[0].addPort({ number: 9090 });
  expect(objectOf(chart, 'NetworkPolicy').spec.ingress[0].ports).toEqual([{ port: 8080, protocol: 'TCP' }, { port: 9090, protocol: 'TCP' }]);
});

test('isolate() changes nothing: it is isolated from the start', () => {
  const chart = chartIn('shop');
  const api = deployment(chart, 'api', { isolate: true });
  const before = objectOf(chart, 'NetworkPolicy');
  api.connections.isolate();
  expect(objectOf(chart, 'NetworkPolicy')).toEqual(before);
});

describe('DNS', () => {
  function egressWith(clusterDns: ClusterDns) {
    const chart = chartIn('shop');
    deployment(chart, 'api', { clusterDns });
    return { chart, egress: () => objectOf(chart, 'NetworkPolicy').spec.egress };
  }

  test('of other pods', () => {
    expect(egressWith(ClusterDns.pods({ namespaceName: 'openshift-dns', labels: { dns: 'default' }, port: 5353 })).egress()).toEqual([{
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } }, podSelector: { matchLabels: { dns: 'default' } } }],
      ports: [{ port: 5353, protocol: 'UDP' }, { port: 5353, protocol: 'TCP' }],
    }]);
  });

  test('at an address', () => {
    expect(egressWith(ClusterDns.addresses('169.254.20.10/32')).egress()[0].to).toEqual([{ ipBlock: { cidr: '169.254.20.10/32' } }]);
  });

  test.each<[string, any]>([
    ['no namespace, which would be every namespace', { labels: { 'k8s-app': 'kube-dns' } }],
    ['an empty namespace', { namespaceName: '', labels: { 'k8s-app': 'kube-dns' } }],
    ['a namespace that is none', { namespaceName: 'Kube System', labels: { 'k8s-app': 'kube-dns' } }],
    ['no labels', { namespaceName: 'kube-system' }],
    ['empty labels', { namespaceName: 'kube-system', labels: {} }],
    ['a label without a value', { namespaceName: 'kube-system', labels: { 'k8s-app': '' } }],
    ['a label that is none', { namespaceName: 'kube-system', labels: { 'k8s app': 'kube dns' } }],
    ['port 0', { namespaceName: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, port: 0 }],
    ['a port that is no number', { namespaceName: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, port: NaN }],
    ['a named port', { namespaceName: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, port: 'dns' }],
  ])('with %s is refused', (_, options) => {
    expect(mistakesIn(egressWith(ClusterDns.pods(options)).chart)).not.toEqual([]);
  });

  test.each(['999.1.1.1/32', '169.254.20.10', '', undefined])('at %p is refused', (cidr) => {
    expect(mistakesIn(egressWith(ClusterDns.addresses(cidr as string)).chart)).toHaveLength(1);
  });

  test.each(['0.0.0.0/0', '::/0'])('at %s, a tunnel to the whole world, is refused', (cidr) => {
    expect(mistakesIn(egressWith(ClusterDns.addresses(cidr)).chart)).toHaveLength(1);
  });
});
