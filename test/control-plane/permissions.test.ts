import { KubernetesObject } from './client';
import { grantsOf } from './grants';
import { complaints, createAll, examples } from './manifests';
import { Account, permissionsOf } from './permissions';
import { Question, asText, questionsAbout } from './questions';
import { describeOnControlPlane } from './suite';

/** The most a run of questions may take; thousands of them take about a second. */
const TIMEOUT_MS = 60_000;

/** What the bootstrap roles of Kubernetes let every account do to resources: ask what it is and what it may. */
const OF_EVERYBODY = ['selfsubjectaccessreviews.authorization.k8s.io', 'selfsubjectreviews.authentication.k8s.io', 'selfsubjectrulesreviews.authorization.k8s.io'];

describe.each(examples())('the example $name', ({ name, objects }) => {
  describeOnControlPlane(`permissions of the accounts of example ${name} on a real API server`, (client) => {
    let questions: Question[];
    beforeAll(async () => {
      expect(complaints(await createAll(client(), objects))).toEqual([]);
      questions = await questionsAbout(client(), objects);
    }, TIMEOUT_MS);

    test.each(accountsIn(objects))('the account $namespace/$name may do exactly what it is granted', async (account) => {
      const unbound = await permissionsOf(client(), { ...account, name: 'without-any-binding' }, questions);
      expect(await permissionsOf(client(), account, questions)).toEqual(expected(account, objects, questions, unbound));
    }, TIMEOUT_MS);
  });
});

describeOnControlPlane('permissions on a real API server', (client) => {
  const account: Account = { namespace: 'shop', name: 'agent' };
  const objects: KubernetesObject[] = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: account },
    role('named', [{ apiGroups: [''], resources: ['configmaps'], resourceNames: ['settings'], verbs: ['get', 'watch'] }]),
    role('subresources', [{ apiGroups: [''], resources: ['pods/log', 'nodes'], verbs: ['get'] }, { apiGroups: ['apps'], resources: ['*/scale'], verbs: ['update'] }]),
    role('wildcard', [{ apiGroups: ['coordination.k8s.io'], resources: ['*'], verbs: ['*'] }]),
    role('elsewhere', [{ apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] }]),
    { ...role('cluster-wide', [{ nonResourceURLs: ['/metrics', '/logs/*'], verbs: ['get'] }, { apiGroups: [''], resources: ['nodes'], verbs: ['list'] }]), kind: 'ClusterRole', metadata: { name: 'cluster-wide' } },
    binding('RoleBinding', 'named', 'Role', { kind: 'ServiceAccount', ...account }),
    binding('RoleBinding', 'subresources', 'Role', { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: 'system:serviceaccount:shop:agent' }),
    binding('RoleBinding', 'wildcard', 'Role', { kind: 'ServiceAccount', ...account }),
    binding('RoleBinding', 'elsewhere', 'Role', { kind: 'ServiceAccount', namespace: 'other', name: 'agent' }),
    binding('ClusterRoleBinding', 'cluster-wide', 'ClusterRole', { kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'system:serviceaccounts:shop' }),
  ];
  let questions: Question[];
  let unbound: string[];
  beforeAll(async () => {
    questions = await questionsAbout(client(), objects);
    unbound = await permissionsOf(client(), account, questions);
    expect(complaints(await createAll(client(), objects))).toEqual([]);
  }, TIMEOUT_MS);

  test('every resource, subresource and verb that is served is asked about, in the namespace, in a foreign one and in all', async () => {
    const asked = new Set(questions.map(asText));
    const served = await client().served();
    expect(served.length).toBeGreaterThan(100);
    for (const { group, resource, verbs } of served) {
      for (const verb of verbs) {
        for (const namespace of ['shop', 'kube-system', undefined]) { expect(asked).toContain(asText({ verb, group, resource, namespace })); }
      }
    }
  });

  test('an account without any binding may only ask what it is and what it may, and read what the server says about itself', () => {
    const toResources = unbound.filter((permission) => permission.includes(' in '));
    expect([...new Set(toResources.map((permission) => permission.replace(/ in .*/, '')))].sort()).toEqual(OF_EVERYBODY.map((resource) => `create ${resource}`));
    expect(unbound.filter((permission) => !permission.includes(' in ') && !permission.startsWith('get /'))).toEqual([]);
  });

  test('rules by name, on subresources, by wildcard, by user, by group and cluster-wide are read as the server reads them', async () => {
    const permissions = await permissionsOf(client(), account, questions);
    expect(permissions).toEqual(expected(account, objects, questions, unbound));
    expect(permissions).toEqual(expect.arrayContaining([
      'get configmaps settings in shop',
      'get pods/log in shop',
      'update deployments/scale.apps in shop',
      'deletecollection leases.coordination.k8s.io in shop',
      'list nodes in the cluster',
      'get /metrics',
    ]));
    for (const beyond of ['get configmaps in shop', 'get configmaps not-granted in shop', 'get pods in shop', 'get pods/log in kube-system', 'create jobs.batch in shop']) {
      expect(questions.map(asText)).toContain(beyond);
      expect(permissions).not.toContain(beyond);
    }
  });

  test('a right beyond the grants is noticed', async () => {
    const told = objects.filter((object) => object.metadata.name !== 'named');
    expect(await permissionsOf(client(), account, questions)).not.toEqual(expected(account, told, questions, unbound));
  });

  test('a grant that gives no right is noticed', async () => {
    const stranger = { namespace: 'shop', name: 'stranger' };
    expect(await permissionsOf(client(), stranger, questions)).not.toEqual(expected(account, objects, questions, unbound));
  });

  test('a binding to a role that the manifests do not have is an error, not an empty grant', () => {
    const dangling = binding('RoleBinding', 'view', 'ClusterRole', { kind: 'ServiceAccount', ...account });
    expect(() => grantsOf(account, [dangling])).toThrow('RoleBinding shop/view refers to the ClusterRole view, which is not in the manifests');
  });
});

function accountsIn(objects: KubernetesObject[]): Account[] {
  return objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => ({ namespace: metadata.namespace ?? 'default', name: metadata.name! }));
}

/** What everybody may, and what the manifests grant. */
function expected(account: Account, objects: KubernetesObject[], questions: Question[], everybody: string[]): string[] {
  const isGranted = grantsOf(account, objects);
  const byDefault = new Set(everybody);
  return questions.filter((question) => isGranted(question) || byDefault.has(asText(question))).map(asText);
}

function role(name: string, rules: any[]): KubernetesObject {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name, namespace: 'shop' }, rules };
}

function binding(kind: string, name: string, roleKind: string, subject: any): KubernetesObject {
  const metadata = kind === 'RoleBinding' ? { name, namespace: 'shop' } : { name };
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: roleKind, name };
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata, roleRef, subjects: [subject] };
}
