import { KubernetesObject } from './client';
import { complaints, createAll, examples } from './manifests';
import { PermissionJudge } from './permission-judge';
import { Account, accountsIn, permissionsOf } from './permissions';
import { Question, asText, questionsAbout } from './questions';
import { describeOnControlPlane } from './suite';

const RBAC = 'rbac.authorization.k8s.io';

for (const { name, objects } of examples()) {
  describeOnControlPlane(`permissions in the example ${name} on a real API server`, (client) => {
    let judge: PermissionJudge;
    beforeAll(async () => {
      expect(complaints(await createAll(client(), objects))).toEqual([]);
      judge = await PermissionJudge.on(client(), objects);
    });

    test.each(accountsIn(objects))('the account $namespace/$name may do exactly what it is granted', async (account) => {
      expect(await judge.differences(account)).toEqual([]);
    });
  });
}

describeOnControlPlane('permissions on a real API server', (client) => {
  const account: Account = { namespace: 'shop', name: 'agent' };
  const itself = { kind: 'ServiceAccount', ...account };
  const objects: KubernetesObject[] = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: account },
    role('by-name', [{ apiGroups: [''], resources: ['configmaps'], resourceNames: ['settings'], verbs: ['get', 'watch'] }]),
    binding('RoleBinding', 'by-name', 'Role', itself),
    role('subresources', [
      { apiGroups: [''], resources: ['pods/log', 'nodes', 'secrets/*'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['*/scale'], verbs: ['update'] },
    ]),
    binding('RoleBinding', 'subresources', 'Role', user('system:serviceaccount:shop:agent')),
    role('wildcards', [{ apiGroups: ['coordination.k8s.io'], resources: ['*'], verbs: ['*'] }]),
    binding('RoleBinding', 'wildcards', 'Role', itself),
    role('of-another', [{ apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] }]),
    binding('RoleBinding', 'of-another', 'Role', { ...itself, namespace: 'other' }),
    clusterRole('everywhere', [{ apiGroups: [''], resources: ['nodes'], verbs: ['list'] }, { nonResourceURLs: ['/metrics', '/logs/*'], verbs: ['get'] }]),
    binding('ClusterRoleBinding', 'everywhere', 'ClusterRole', group('system:serviceaccounts:shop')),
    clusterRole('here', [{ apiGroups: [''], resources: ['endpoints'], verbs: ['list'] }, { nonResourceURLs: ['/debug/*'], verbs: ['get'] }]),
    binding('RoleBinding', 'here', 'ClusterRole', itself),
  ];
  let questions: Question[];
  let byDefault: string[];
  beforeAll(async () => {
    questions = await questionsAbout(client(), objects);
    byDefault = await permissionsOf(client(), account, questions);
    expect(complaints(await createAll(client(), objects))).toEqual([]);
  });

  test('every resource, subresource and verb that is served is asked about, in the namespace, in a foreign one and in all', async () => {
    const asked = new Set(questions.map(asText));
    const served = await client().served();
    const deeds = served.flatMap(({ group: of, resource, verbs }) => verbs.flatMap((verb) => (
      ['shop', 'kube-system', undefined].map((namespace) => asText({ verb, group: of, resource, namespace }))
    )));
    expect(deeds.length).toBeGreaterThan(1500);
    expect(deeds.filter((deed) => !asked.has(deed))).toEqual([]);
  });

  test('an account without any binding may ask what it is and what it may, and read what the server says about itself, no more', () => {
    const onResources = byDefault.filter((deed) => deed.includes(' in '));
    expect([...new Set(onResources.map((deed) => deed.replace(/ in .*/, '')))].sort()).toEqual([
      'create selfsubjectaccessreviews.authorization.k8s.io',
      'create selfsubjectreviews.authentication.k8s.io',
      'create selfsubjectrulesreviews.authorization.k8s.io',
    ]);
    const onPaths = byDefault.filter((deed) => !onResources.includes(deed));
    expect(onPaths.filter((deed) => !/^get \/(api|apis|openapi|openid|\.well-known|healthz|livez|readyz|version)(\/|$)/.test(deed))).toEqual([]);
  });

  test('rules by name, on subresources, with wildcards, for users, groups, one namespace and all are read as the server reads them', async () => {
    const judge = await PermissionJudge.on(client(), objects);
    expect(await judge.differences(account)).toEqual([]);

    const permissions = await permissionsOf(client(), account, questions);
    const given = [
      'get configmaps settings in shop', 'get pods/log in shop', 'update deployments/scale.apps in shop', 'deletecollection leases.coordination.k8s.io in shop',
      'list endpoints in shop', 'list nodes in the cluster', 'list nodes in kube-system', 'get /metrics',
    ];
    const notGiven = [
      'get configmaps in shop', 'get configmaps not-granted in shop', 'get pods in shop', 'get pods/log in kube-system', 'create jobs.batch in shop',
      'list endpoints in the cluster', 'get nodes in the cluster',
    ];
    expect(questions.map(asText)).toEqual(expect.arrayContaining([...given, ...notGiven]));
    expect(permissions).toEqual(expect.arrayContaining(given));
    expect(permissions.filter((deed) => notGiven.includes(deed))).toEqual([]);
  });

  test('a right that the manifests do not grant is a difference', async () => {
    const told = objects.filter(({ metadata }) => metadata.name !== 'everywhere');
    const judge = await PermissionJudge.on(client(), told);
    expect(await judge.differences(account)).toEqual(expect.arrayContaining([
      'may list nodes in the cluster, which it is not granted',
      'may get /metrics, which it is not granted',
    ]));
  });

  test('a grant that the server does not know of is a difference', async () => {
    const told = [...objects, role('more', [{ apiGroups: [''], resources: ['services'], verbs: ['get'] }]), binding('RoleBinding', 'more', 'Role', itself)];
    const judge = await PermissionJudge.on(client(), told);
    expect(await judge.differences(account)).toEqual(['may not get services in shop, which it is granted']);
  });

  test('a binding to a role that the manifests do not have is an error, not an empty grant', async () => {
    const judge = await PermissionJudge.on(client(), [binding('RoleBinding', 'view', 'ClusterRole', itself)]);
    await expect(judge.differences(account)).rejects.toThrow('RoleBinding shop/view refers to the ClusterRole view, which is not in the manifests');
  });
});

function role(name: string, rules: object[]): KubernetesObject {
  return { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { name, namespace: 'shop' }, rules };
}

function clusterRole(name: string, rules: object[]): KubernetesObject {
  return { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name }, rules };
}

/** A binding, of its own name, to the role of that name. */
function binding(kind: string, name: string, roleKind: string, subject: object): KubernetesObject {
  const metadata = kind === 'RoleBinding' ? { name, namespace: 'shop' } : { name };
  return { apiVersion: `${RBAC}/v1`, kind, metadata, roleRef: { apiGroup: RBAC, kind: roleKind, name }, subjects: [subject] };
}

function user(name: string): object {
  return { kind: 'User', apiGroup: RBAC, name };
}

function group(name: string): object {
  return { kind: 'Group', apiGroup: RBAC, name };
}
