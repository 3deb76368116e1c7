import { Verb } from '../../src/constructs/rbac/verb';
import { CLUSTER_SCOPED_RESOURCES, VERBS_IN_A_ROLE } from '../../src/standards/rbac/cluster-scoped-resources';
import { DANGEROUS_PERMISSIONS } from '../../src/standards/rbac/dangerous-permissions';

describe.each(DANGEROUS_PERMISSIONS.map((row) => [`${row.rule}: ${row.attack}`, row] as const))('%s', (_, row) => {
  test('is named like a rule', () => {
    expect(row.rule).toMatch(/^rbac(-[a-z]+)+$/);
  });

  test('says what an attacker does, as a clause that can follow a colon', () => {
    expect(row.attack).toMatch(/^an attacker [^\n]{20,}[^.\s]$/);
  });

  test('cites where that is written down', () => {
    expect(row.sources.length).toBeGreaterThan(0);
    row.sources.forEach((source) => expect(source).toMatch(/^(https:\/\/\S+|CIS 5\.1\.\d+)$/));
  });

  test('spells verbs, groups and resources as Kubernetes does', () => {
    row.verbs?.forEach((verb) => expect(Object.values<string>(Verb)).toContain(verb));
    row.apiGroups?.forEach((group) => expect(group).toMatch(/^[a-z0-9.-]*$/));
    row.resources?.forEach((resource) => expect(resource).toMatch(/^[a-z0-9]+(\/[a-z]+)?$/));
  });

  test('says what it is about', () => {
    expect(row.wildcard ?? row.verbs ?? row.resources).toBeDefined();
    [row.verbs, row.apiGroups, row.resources, row.resourceNames].forEach((list) => expect(list).not.toEqual([]));
  });
});

test('no danger is told twice', () => {
  const attacks = DANGEROUS_PERMISSIONS.map(({ attack }) => attack);
  expect(new Set(attacks).size).toBe(attacks.length);
});

test('a cluster-scoped resource is listed once, in one group', () => {
  const all = CLUSTER_SCOPED_RESOURCES.flatMap(({ apiGroup, resources }) => resources.map((resource) => `${resource}.${apiGroup}`));
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(['nodes.', 'namespaces.', 'persistentvolumes.', 'clusterroles.rbac.authorization.k8s.io']));
});

test('what a Role gives on cluster-scoped resources is an exception to their list', () => {
  for (const { apiGroup, resource } of VERBS_IN_A_ROLE) {
    expect(CLUSTER_SCOPED_RESOURCES.find((row) => row.apiGroup === apiGroup)?.resources).toContain(resource);
  }
});
