import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { accountWith, chartOf, errorsOf, grantOf } from './account';
import { Grant } from '../../../src/constructs/rbac/grant';
import { LeastPrivilegeServiceAccount } from '../../../src/constructs/rbac/least-privilege-service-account';
import { Verb } from '../../../src/constructs/rbac/verb';

const { CONFIG_MAPS, PODS } = kplus.ApiResource;
const CLUSTER = { clusterWide: true };
const custom = (apiGroup: any, resourceType: any): kplus.IApiResource => ({ apiGroup, resourceType });

test.each<[string, Partial<Grant>, RegExp]>([
  ['no verbs', { verbs: [] }, /grants\[0\]\.verbs is \[\], allowed is a list of at least one Verb/],
  ['an unknown verb', { verbs: [Verb.GET, 'read' as Verb] }, /grants\[0\]\.verbs is \["read"\], allowed is among get, list, watch, create, .*impersonate/],
  ['a verb in capitals', { verbs: ['GET' as Verb] }, /grants\[0\]\.verbs is \["GET"\]/],
  ['keys of every object as verbs', { verbs: ['constructor', '__proto__'] as any }, /grants\[0\]\.verbs is \["constructor","__proto__"\]/],
  ['a text for verbs', { verbs: 'get' as any }, /grants\[0\]\.verbs is "get", allowed is a list/],
  ['verbs that are no text', { verbs: [7, null, {}] as any }, /grants\[0\]\.verbs is \[7,null,\{\}\]/],
  ['a resource without a kind', { resource: {} as any }, /grants\[0\]\.resource\.resourceType is missing, allowed is a plural/],
  ['a text for the resource', { resource: 'pods' as any }, /grants\[0\]\.resource\.resourceType is missing/],
  ['a resource in capitals', { resource: custom('', 'Pods') }, /resourceType is "Pods", allowed is a plural in lower case/],
  ['an empty resource', { resource: custom('', '') }, /resourceType is "", allowed/],
  ['all subresources', { resource: custom('', 'pods/*') }, /resourceType is "pods\/\*".*would match nothing/],
  ['all subresources of everything', { resource: custom('', '*/*') }, /resourceType is "\*\/\*".*would match nothing/],
  ['no group', { resource: custom(undefined, 'pods') }, /grants\[0\]\.resource\.apiGroup is missing, allowed is an API group without its version/],
  ['a group with its version', { resource: custom('apps/v1', 'deployments') }, /apiGroup is "apps\/v1"/],
  ['two subresources', { resource: custom('', 'pods/status'), subresource: 'log' }, /grants\[0\]\.subresource is "log", allowed is missing/],
  ['an empty subresource', { subresource: '' }, /grants\[0\]\.subresource is "", allowed is one subresource/],
  ['a wildcard subresource', { subresource: '*' }, /grants\[0\]\.subresource is "\*", allowed is one subresource/],
  ['a subresource that is no text', { subresource: Symbol('log') as any }, /grants\[0\]\.subresource is Symbol\(log\)/],
  ['an empty list of names', { resourceNames: [] }, /grants\[0\]\.resourceNames is \[\], .*an empty list means all objects/],
  ['an empty name', { resourceNames: ['prices', ''] }, /grants\[0\]\.resourceNames is \["prices",""\]/],
  ['a wildcard name', { resourceNames: ['*'] }, /grants\[0\]\.resourceNames is \["\*"\], .*not a wildcard here/],
  ['a text for names', { resourceNames: 'prices' as any }, /grants\[0\]\.resourceNames is "prices"/],
  ['create with names', { verbs: [Verb.CREATE], resourceNames: ['prices'] }, /grants\[0\]\.verbs is \["create"\], .*carry no name/],
  ['create among others with names', { verbs: [Verb.GET, Verb.CREATE], resourceNames: ['prices'] }, /verbs is \["create"\], allowed is a grant of its own/],
  ['deletecollection with names', { verbs: [Verb.DELETE_COLLECTION], resourceNames: ['prices'] }, /verbs is \["deletecollection"\]/],
  ['a namespace in capitals', { namespaceName: 'Infra' }, /grants\[0\]\.namespaceName is "Infra", allowed is a name of at most 63/],
  ['an empty namespace', { namespaceName: '' }, /grants\[0\]\.namespaceName is ""/],
  ['a namespace that is no text', { namespaceName: 7 as any }, /grants\[0\]\.namespaceName is 7/],
  ['a text for clusterWide', { clusterWide: 'true' as any }, /grants\[0\]\.clusterWide is "true", allowed is true or false/],
  ['a namespace and the whole cluster', { namespaceName: 'infra', clusterWide: true }, /grants\[0\]\.namespaceName is "infra", allowed is missing/],
  ['an object for acknowledgements', { acknowledgements: { rule: 'x' } as any }, /grants\[0\]\.acknowledgements is \{"rule":"x"\}, allowed is a list/],
  ['nothing as an acknowledgement', { acknowledgements: [null] as any }, /grants\[0\]\.acknowledgements\[0\]\.rule is missing/],
])('%s is a mistake', (_, wrong, expected) => {
  expect(errorsOf(accountWith([{ resource: CONFIG_MAPS, verbs: [Verb.GET], ...wrong }]))).toContainEqual(expect.stringMatching(expected));
});

test.each([[null], [undefined], [7], ['get pods'], [() => 'get pods'], [[]]])('%p is not a grant', (grant) => {
  expect(errorsOf(accountWith([grant as any])).join()).toMatch(/grants\[0\]/);
});

test.each([['get pods'], [{}], [7]])('%j is not a list of grants', (grants) => {
  expect(errorsOf(accountWith(grants as any))).toEqual([expect.stringMatching(/grants is .*, allowed is a list of grants/)]);
});

describe('names with create', () => {
  test('are right where the request carries the name: calls of subresources', () => {
    expect(errorsOf(accountWith([grantOf('create pods/eviction', { resourceNames: ['web-0'] })]))).toEqual([]);
  });

  test('are right together with patch: a server-side apply creates by name', () => {
    expect(errorsOf(accountWith([grantOf('create,patch configmaps', { resourceNames: ['prices'] })]))).toEqual([]);
  });

  test('are wrong on a construct too, which is a name', () => {
    const chart = chartOf();
    const prices = new kplus.ConfigMap(chart, 'prices');
    expect(errorsOf(accountWith([{ resource: prices, verbs: [Verb.CREATE] }], {}, chart))).toEqual([expect.stringMatching(/carry no name/)]);
  });
});

describe('a construct as resource', () => {
  test('takes no other names', () => {
    const chart = chartOf();
    const prices = new kplus.ConfigMap(chart, 'prices');
    expect(errorsOf(accountWith([{ resource: prices, verbs: [Verb.GET], resourceNames: ['secret-prices'] }], {}, chart)))
      .toEqual([expect.stringMatching(/grants\[0\]\.resourceNames is \["secret-prices"\], allowed is missing, as the resource is one object/)]);
  });

  test.each([[''], ['*'], [7]])('has a name that can be one, not %j: it would mean all objects', (resourceName) => {
    const resource = { ...custom('', 'configmaps'), resourceName: resourceName as string };
    expect(errorsOf(accountWith([{ resource, verbs: [Verb.GET] }]))).toEqual([expect.stringMatching(/grants\[0\]\.resource\.resourceName is /)]);
  });
});

describe('a cluster-scoped resource', () => {
  test.each([
    'get nodes', 'list namespaces', 'get persistentvolumes', 'get componentstatuses', 'get clusterroles.rbac.authorization.k8s.io',
    'get storageclasses.storage.k8s.io', 'get customresourcedefinitions.apiextensions.k8s.io', 'create tokenreviews.authentication.k8s.io',
    'create subjectaccessreviews.authorization.k8s.io', 'get ingressclasses.networking.k8s.io', 'get nodes/status', 'get priorityclasses.scheduling.k8s.io',
  ])('needs a ClusterRole: %s', (words) => {
    expect(errorsOf(accountWith([grantOf(words)]))).toEqual([expect.stringMatching(/grants\[0\]\.clusterWide is false, allowed is true for /)]);
    expect(errorsOf(accountWith([grantOf(words, CLUSTER)]))).toEqual([]);
  });

  test('needs one when the group is a wildcard', () => {
    expect(errorsOf(accountWith([grantOf('get nodes.*')]))).toContainEqual(expect.stringMatching(/clusterWide is false/));
  });

  test('of an unknown group is not known to need one', () => {
    expect(errorsOf(accountWith([grantOf('get nodes.example.com')]))).toEqual([]);
  });

  test('is reached by a Role where Kubernetes asks in the namespace: its own Namespace', () => {
    expect(errorsOf(accountWith([grantOf('get namespaces', { resourceNames: ['shop'] })]))).toEqual([]);
    expect(errorsOf(accountWith([grantOf('get namespaces', { resourceNames: ['billing'] })])))
      .toEqual([expect.stringMatching(/clusterWide is false.*only on its own namespace/)]);
  });

  test('is reached by a Role where Kubernetes asks in the namespace: binding a ClusterRole there', () => {
    const lines = errorsOf(accountWith([grantOf('bind clusterroles.rbac.authorization.k8s.io', { resourceNames: ['view'] })]));
    expect(lines).toEqual([expect.stringMatching(/rbac-bind/)]);
  });
});

describe('an account', () => {
  test('with grants needs a namespace, because a binding names it', () => {
    expect(errorsOf(accountWith([grantOf('get configmaps')], {}, chartOf({}))))
      .toEqual([expect.stringMatching(/metadata\.namespace is missing, allowed is a namespace, here or on the chart: a binding without/)]);
  });

  test('without one is not taken for an account of the whole cluster', () => {
    expect(errorsOf(accountWith([grantOf('get pods')], {}, chartOf({})))).toEqual([expect.stringMatching(/metadata\.namespace is missing/)]);
  });

  test('may say its namespace itself', () => {
    expect(errorsOf(accountWith([grantOf('get configmaps')], { metadata: { namespace: 'shop' } }, chartOf({})))).toEqual([]);
  });

  test.each([['Api'], ['a:b'], ['a/b'], ['']])('is not named %j', (name) => {
    expect(errorsOf(accountWith([], { metadata: { name } }))).toContainEqual(expect.stringMatching(/metadata\.name is .*, allowed is a name of at most 253/));
  });

  test.each([['Shop'], ['a:b'], ['']])('is not in namespace %j', (namespace) => {
    expect(errorsOf(accountWith([], {}, chartOf({ namespace })))).toContainEqual(expect.stringMatching(/metadata\.namespace is /));
  });
});

test('all mistakes of all accounts are told at once, each with its path', () => {
  const chart: Chart = chartOf();
  new LeastPrivilegeServiceAccount(chart, 'first', { grants: [grantOf('read pods'), grantOf('get pods', { resourceNames: [] })] });
  const last = new LeastPrivilegeServiceAccount(chart, 'second', { automountToken: true, grants: [grantOf('get nodes/proxy')] });
  expect(errorsOf(last).map((line) => line.slice(0, line.indexOf(' is ')))).toEqual([
    '[chart/first] grants[0].verbs',
    '[chart/first] grants[1].resourceNames',
    '[chart/second] automountToken',
    '[chart/second] grants[0].clusterWide',
    '[chart/second] grants[0]',
  ]);
});

test('huge grants do not bury the mistake', () => {
  const verbs = Array.from({ length: 20_000 }, (_, index) => `verb-${index}` as Verb);
  const resourceNames = Array.from({ length: 20_000 }, (_, index) => `name-${index}`);
  const lines = errorsOf(accountWith([{ resource: PODS, verbs, resourceNames }]));
  expect(lines).toHaveLength(1);
  expect(lines[0].length).toBeLessThan(500);
});

test('thousands of grants are one Role', () => {
  const account = accountWith(Array.from({ length: 5_000 }, (_, index) => grantOf('get configmaps', { resourceNames: [`name-${index}`] })));
  expect(errorsOf(account)).toEqual([]);
  expect(account.node.findAll().filter(({ node }) => node.id === 'Role')).toHaveLength(1);
});
