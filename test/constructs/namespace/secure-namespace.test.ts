import * as kplus from 'cdk8s-plus-27';
import { Acknowledgements, ClusterDns, NamespaceQuota, PodSecurityLevel, SecureNamespace } from '../../../src';
import { chartIn, mistakesIn, objectOf, objectsOf, secureNamespace } from '../workload/application';

const POD_SECURITY = 'pod-security.kubernetes.io';

function minimal() {
  const chart = chartIn('shop');
  secureNamespace(chart);
  return chart;
}

test('the minimal namespace has no mistakes, and its objects are these', () => {
  const chart = minimal();
  expect(mistakesIn(chart)).toEqual([]);
  expect(objectsOf(chart).map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`)).toEqual([
    'Namespace -/shop', 'ResourceQuota shop/quota', 'LimitRange shop/limits', 'NetworkPolicy shop/default-deny', 'NetworkPolicy shop/allow-dns', 'ServiceAccount shop/default',
  ]);
});

describe('the Namespace', () => {
  test('enforces, audits and warns by the restricted standard of a pinned version, and has an owner', () => {
    expect(objectOf(minimal(), 'Namespace').metadata.labels).toEqual({
      owner: 'team-checkout',
      [`${POD_SECURITY}/enforce`]: 'restricted',
      [`${POD_SECURITY}/enforce-version`]: 'v1.36',
      [`${POD_SECURITY}/audit`]: 'restricted',
      [`${POD_SECURITY}/audit-version`]: 'v1.36',
      [`${POD_SECURITY}/warn`]: 'restricted',
      [`${POD_SECURITY}/warn-version`]: 'v1.36',
    });
  });

  test('is not stamped with a namespace, whatever its chart or props say (B11)', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { metadata: { name: 'bank', namespace: 'elsewhere' } });
    expect(objectOf(chart, 'Namespace').metadata).not.toHaveProperty('namespace');
  });

  test('may have another name than the chart\'s namespace, and its objects follow', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { metadata: { name: 'bank', labels: { team: 'bank' } } });
    const [namespace, ...inside] = objectsOf(chart);
    expect(namespace.metadata).toMatchObject({ name: 'bank', labels: { team: 'bank' } });
    expect(new Set(inside.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['bank']));
  });

  test('of a chart without a namespace is a mistake: it would guard nothing that the chart runs', () => {
    const chart = chartIn();
    secureNamespace(chart);
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('metadata.name')]);
  });

  test('always has a name when there is no mistake', () => {
    const chart = chartIn();
    secureNamespace(chart, { metadata: { name: 'bank' } });
    expect(objectOf(chart, 'Namespace').metadata.name).toBe('bank');
  });

  test.each(['Shop', 'shop.example', '-shop', 'a'.repeat(64), '', 'магазин'])('may not be called %j', (name) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { metadata: { name } });
    expect(mistakesIn(chart)).toContainEqual(expect.stringContaining(`metadata.name is ${JSON.stringify(name)}`));
  });

  test.each([['nobody', undefined], ['an empty text', ''], ['a sentence', 'the checkout team'], ['a number', 5], ['a symbol', Symbol('team')]])('may not be owned by %s', (_, owner) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { owner: owner as string });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('[shop/namespace] owner is')]);
  });

  test('may not be made twice', () => {
    const chart = chartIn('shop');
    secureNamespace(chart);
    new SecureNamespace(chart, 'again', { owner: 'team-bank' });
    expect(mistakesIn(chart)).not.toEqual([]);
  });
});

describe('traffic', () => {
  test('is denied in both directions by a policy that scanners know by its name', () => {
    expect(objectOf(minimal(), 'NetworkPolicy', 'default-deny').spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  test('but DNS, over UDP and TCP', () => {
    expect(objectOf(minimal(), 'NetworkPolicy', 'allow-dns').spec).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } }, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
        ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }],
      }],
    });
  });

  test('DNS may be elsewhere', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { clusterDns: ClusterDns.addresses('169.254.20.10/32') });
    expect(objectOf(chart, 'NetworkPolicy', 'allow-dns').spec.egress[0].to).toEqual([{ ipBlock: { cidr: '169.254.20.10/32' } }]);
  });
});

test('the default account has no token', () => {
  expect(objectOf(minimal(), 'ServiceAccount', 'default').automountServiceAccountToken).toBe(false);
});

describe('lowering it takes a reason:', () => {
  test.each<[string, string[], Parameters<typeof secureNamespace>[1], string, (object: any) => unknown, unknown]>([
    [
      'baseline pods', ['pod-security-not-restricted'], { podSecurity: PodSecurityLevel.BASELINE },
      'Namespace', ({ metadata }) => metadata.labels[`${POD_SECURITY}/enforce`], 'baseline',
    ],
    [
      'privileged pods', ['pod-security-not-restricted', 'pod-security-privileged'], { podSecurity: PodSecurityLevel.PRIVILEGED },
      'Namespace', ({ metadata }) => metadata.labels[`${POD_SECURITY}/enforce`], 'privileged',
    ],
    [
      'node ports', ['quota-allows-exposed-services'], { quota: NamespaceQuota.of({ nodePorts: 1 }) },
      'ResourceQuota', ({ spec }) => spec.hard['services.nodeports'], '1',
    ],
    [
      'load balancers', ['quota-allows-exposed-services'], { quota: NamespaceQuota.of({ loadBalancers: 1 }) },
      'ResourceQuota', ({ spec }) => spec.hard['services.loadbalancers'], '1',
    ],
  ])('%s', (_, [rule, ...further], props, kind, valueOf, expected) => {
    const chart = chartIn('shop');
    const namespace = secureNamespace(chart, props);
    expect(mistakesIn(chart)).toEqual([expect.stringContaining(`rule: '${rule}'`)]);
    Acknowledgements.of(namespace).add({ rule, reason: 'SEC-9' });
    expect(valueOf(objectOf(chart, kind))).toBe(expected);
    // on the object that shows the value, and on no other
    expect(objectsOf(chart).filter(({ metadata }) => metadata.annotations?.[`acknowledge.cdk8s-bulwark/${rule}`]).map((object) => object.kind)).toEqual([kind]);
    expect(objectOf(chart, kind).metadata.annotations).toEqual(
      Object.fromEntries([rule, ...further].map((each) => [`acknowledge.cdk8s-bulwark/${each}`, 'SEC-9'])));
  });

  test('pods below restricted are still warned of and audited', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { podSecurity: PodSecurityLevel.BASELINE, acknowledgements: [{ rule: 'pod-security-not-restricted', reason: 'x' }] });
    expect(objectOf(chart, 'Namespace').metadata.labels).toMatchObject({ [`${POD_SECURITY}/audit`]: 'restricted', [`${POD_SECURITY}/warn`]: 'restricted' });
  });

  test.each([
    ['enforce', 'privileged'], ['enforce-version', 'latest'], ['warn', 'privileged'], ['audit', 'privileged'],
  ])('by the label %s: %s, added later', (label, value) => {
    const chart = chartIn('shop');
    secureNamespace(chart).metadata.addLabel(`${POD_SECURITY}/${label}`, value);
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('by labels given as props, which are not overruled in silence', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { metadata: { labels: { [`${POD_SECURITY}/enforce`]: 'privileged' } } });
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test.each(['Restricted', 'none', '', 1])('the level %j does not exist', (podSecurity) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { podSecurity: podSecurity as PodSecurityLevel });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining(`podSecurity is ${JSON.stringify(podSecurity)}`)]);
  });

  test.each(['latest', '1.36', 'v1.36.1', 'v2.0', ''])('the version %j is not pinned, or none', (podSecurityVersion) => {
    const chart = chartIn('shop');
    secureNamespace(chart, { podSecurityVersion });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining(`podSecurityVersion is ${JSON.stringify(podSecurityVersion)}`)]);
  });

  test('another pinned version is fine', () => {
    const chart = chartIn('shop');
    secureNamespace(chart, { podSecurityVersion: 'v1.33' });
    expect(objectOf(chart, 'Namespace').metadata.labels).toMatchObject({ [`${POD_SECURITY}/enforce-version`]: 'v1.33' });
  });
});

test('it is a cdk8s-plus Namespace', () => {
  expect(secureNamespace(chartIn('shop'))).toBeInstanceOf(kplus.Namespace);
});
