import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { accountWith, chartOf, errorsOf, grantOf, manifestsOf } from './account';
import { Acknowledgements } from '../../../src/constructs/acknowledgement/acknowledgements';
import { Verb } from '../../../src/constructs/rbac/verb';

const RBAC = 'rbac.authorization.k8s.io';
const ofKind = (manifests: any[], kind: string): any[] => manifests.filter((object) => object.kind === kind);

describe('an account without grants', () => {
  test('is one ServiceAccount, whose pods get no token', () => {
    expect(manifestsOf(accountWith([]))).toEqual([{
      apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api', namespace: 'shop' }, automountServiceAccountToken: false,
    }]);
  });

  test('may live in a chart without a namespace', () => {
    expect(errorsOf(accountWith([], {}, chartOf({})))).toEqual([]);
  });

  test('tells workloads that they need no token', () => {
    expect(accountWith([])._hasGrants).toBe(false);
  });

  test('is the default child, and a kplus.ServiceAccount', () => {
    const account = accountWith([]);
    expect(ApiObject.of(account).kind).toBe('ServiceAccount');
    expect(account).toBeInstanceOf(kplus.ServiceAccount);
  });
});

describe('grants in the own namespace', () => {
  test('become one Role with one rule each, in the order given, and one binding to the account', () => {
    const account = accountWith([grantOf('get,watch configmaps', { resourceNames: ['prices'] }), grantOf('list endpointslices.discovery.k8s.io')]);
    account.addGrant(grantOf('patch deployments.apps', { subresource: 'scale' }));
    const [, role, binding, ...rest] = manifestsOf(account);
    expect(role).toEqual({
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name: 'api', namespace: 'shop' },
      rules: [
        { apiGroups: [''], resources: ['configmaps'], resourceNames: ['prices'], verbs: ['get', 'watch'] },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list'] },
        { apiGroups: ['apps'], resources: ['deployments/scale'], verbs: ['patch'] },
      ],
    });
    expect(binding).toEqual({
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'api', namespace: 'shop' },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: 'api' },
      subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }],
    });
    expect(rest).toEqual([]);
  });

  test('tell workloads that they need a token, also when added later', () => {
    const account = accountWith([]);
    account.addGrant(grantOf('get configmaps'));
    expect(account._hasGrants).toBe(true);
  });

  test('can be read, but not changed by who reads them', () => {
    const account = accountWith([grantOf('get configmaps')]);
    account.grants.push(grantOf('get secrets'));
    expect(account.grants).toEqual([grantOf('get configmaps')]);
  });

  test('are taken as they were when they were given', () => {
    const verbs = [Verb.GET];
    const account = accountWith([{ ...grantOf('get configmaps'), verbs }]);
    verbs.push(Verb.DELETE);
    expect(manifestsOf(account)[1].rules[0].verbs).toEqual(['get']);
  });

  test('may name the own namespace without needing another Role', () => {
    expect(manifestsOf(accountWith([grantOf('get configmaps'), grantOf('get services', { namespaceName: 'shop' })]))).toHaveLength(3);
  });

  test('reach the Namespace itself, which a Role gives', () => {
    const chart = chartOf();
    const namespace = new kplus.Namespace(chart, 'namespace', { metadata: { name: 'shop' } });
    expect(errorsOf(accountWith([grantOf('get namespaces'), { resource: namespace, verbs: [Verb.GET] }], {}, chart))).toEqual([]);
  });
});

describe('grants in another namespace', () => {
  const manifests = manifestsOf(accountWith([grantOf('get configmaps', { namespaceName: 'infra' }), grantOf('get pods', { namespaceName: 'infra' })]));

  test('become one Role there, whose name tells whose it is', () => {
    expect(ofKind(manifests, 'Role')).toEqual([expect.objectContaining({
      metadata: { name: 'shop:api', namespace: 'infra' },
      rules: [expect.objectContaining({ resources: ['configmaps'] }), expect.objectContaining({ resources: ['pods'] })],
    })]);
  });

  test('are bound there to the account here', () => {
    expect(ofKind(manifests, 'RoleBinding')).toEqual([expect.objectContaining({
      metadata: { name: 'shop:api', namespace: 'infra' },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: 'shop:api' },
      subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }],
    })]);
  });
});

describe('cluster-wide grants', () => {
  const manifests = manifestsOf(accountWith([grantOf('list,get nodes', { clusterWide: true }), grantOf('get pods', { clusterWide: true })]));

  test('become one ClusterRole, which has no namespace although its chart has one', () => {
    expect(ofKind(manifests, 'ClusterRole')).toEqual([{
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: { name: 'shop:api' },
      rules: [
        { apiGroups: [''], resources: ['nodes'], verbs: ['list', 'get'] },
        { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
      ],
    }]);
  });

  test('are bound to the account with its namespace', () => {
    expect(ofKind(manifests, 'ClusterRoleBinding')).toEqual([{
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'shop:api' },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'shop:api' },
      subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }],
    }]);
  });

  test('of accounts with one name in two namespaces do not meet', () => {
    const app = new App();
    const names = ['shop', 'billing'].map((namespace) => {
      const chart = new Chart(app, namespace, { namespace });
      return ofKind(manifestsOf(accountWith([grantOf('list nodes', { clusterWide: true })], {}, chart)), 'ClusterRole')[0].metadata.name;
    });
    expect(names).toEqual(['shop:api', 'billing:api']);
  });
});

describe('a construct as resource', () => {
  test('limits the grant to its name', () => {
    const chart = chartOf();
    const secret = new kplus.Secret(chart, 'db', { metadata: { name: 'db' } });
    const account = accountWith([{ resource: secret, verbs: [Verb.GET] }], {}, chart);
    expect(ofKind(manifestsOf(account), 'Role')[0].rules)
      .toEqual([{ apiGroups: [''], resources: ['secrets'], resourceNames: ['db'], verbs: ['get'] }]);
  });

  test('may be one that exists in the cluster', () => {
    const chart = chartOf();
    const account = accountWith([{ resource: kplus.Secret.fromSecretName(chart, 'db', 'db'), verbs: [Verb.GET] }], {}, chart);
    expect(ofKind(manifestsOf(account), 'Role')[0].rules[0].resourceNames).toEqual(['db']);
  });

  test('of another namespace asks for a grant there, where it then is', () => {
    const app = new App();
    const billing = new Chart(app, 'billing', { namespace: 'billing' });
    const prices = new kplus.ConfigMap(billing, 'prices');
    const grant = { resource: prices, verbs: [Verb.GET] };
    expect(errorsOf(accountWith([grant], {}, new Chart(app, 'shop', { namespace: 'shop' }))))
      .toEqual([expect.stringMatching(/grants\[0\]\.namespaceName is "shop", allowed is billing, where the resource is/)]);
    const other = accountWith([{ ...grant, namespaceName: 'billing' }], {}, new Chart(new App(), 'shop', { namespace: 'shop' }));
    expect(errorsOf(other)).toEqual([]);
  });

  const image = { containers: [{ image: 'registry.example.com/x' }] };
  const inChart = (create: (chart: Chart) => kplus.Resource): kplus.Resource => create(chartOf());
  test.each<[string, kplus.Resource]>([
    ['configmaps', inChart((chart) => new kplus.ConfigMap(chart, 'x'))],
    ['cronjobs.batch', inChart((chart) => new kplus.CronJob(chart, 'x', { ...image, schedule: undefined as any }))],
    ['daemonsets.apps', inChart((chart) => new kplus.DaemonSet(chart, 'x', image))],
    ['deployments.apps', inChart((chart) => new kplus.Deployment(chart, 'x', image))],
    ['horizontalpodautoscalers.autoscaling', inChart((chart) => new kplus.HorizontalPodAutoscaler(chart, 'x', { target: new kplus.Deployment(chart, 'y', image), maxReplicas: 2 }))],
    ['ingresses.networking.k8s.io', inChart((chart) => new kplus.Ingress(chart, 'x'))],
    ['jobs.batch', inChart((chart) => new kplus.Job(chart, 'x', image))],
    ['networkpolicies.networking.k8s.io', inChart((chart) => new kplus.NetworkPolicy(chart, 'x'))],
    ['persistentvolumeclaims', inChart((chart) => new kplus.PersistentVolumeClaim(chart, 'x'))],
    ['pods', inChart((chart) => new kplus.Pod(chart, 'x', image))],
    ['rolebindings.rbac.authorization.k8s.io', inChart((chart) => new kplus.RoleBinding(chart, 'x', { role: new kplus.Role(chart, 'y') }))],
    ['roles.rbac.authorization.k8s.io', inChart((chart) => new kplus.Role(chart, 'x'))],
    ['secrets', inChart((chart) => new kplus.Secret(chart, 'x'))],
    ['serviceaccounts', inChart((chart) => new kplus.ServiceAccount(chart, 'x'))],
    ['services', inChart((chart) => new kplus.Service(chart, 'x', { ports: [{ port: 80 }] }))],
    ['statefulsets.apps', inChart((chart) => new kplus.StatefulSet(chart, 'x', { ...image, service: new kplus.Service(chart, 'y', { ports: [{ port: 80 }] }) }))],
  ])('is written with the name that Kubernetes knows: %s', (expected, resource) => {
    const [{ apiGroups, resources, resourceNames }] = ofKind(manifestsOf(accountWith([{ resource, verbs: [Verb.GET] }])), 'Role')[0].rules;
    expect([resources[0], apiGroups[0]].filter((text) => text).join('.')).toBe(expected);
    expect(resourceNames).toEqual([resource.name]);
  });
});

test('a grant may follow one object with list and watch', () => {
  const grant = grantOf('list,watch configmaps', { resourceNames: ['prices'] });
  expect(ofKind(manifestsOf(accountWith([grant])), 'Role')[0].rules[0]).toMatchObject({ verbs: ['list', 'watch'], resourceNames: ['prices'] });
});

test('synthesizing twice gives the same, reasons included', () => {
  const account = accountWith([grantOf('create pods/exec'), grantOf('get pods/exec', { clusterWide: true }), grantOf('get pods', { namespaceName: 'infra' })]);
  Acknowledgements.of(account).add({ rule: 'rbac-exec', reason: 'debugging' });
  const first = JSON.stringify(manifestsOf(account));
  expect(JSON.stringify(manifestsOf(account))).toBe(first);
  expect(first).toContain('"acknowledge.cdk8s-bulwark/rbac-exec":"debugging"');
});
