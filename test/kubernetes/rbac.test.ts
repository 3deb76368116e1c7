import { PolicyRule, allowsAny } from '../../src/kubernetes/rbac';

const rule = (verbs: string[], apiGroups: string[], resources: string[], resourceNames?: string[]): PolicyRule =>
  ({ verbs, apiGroups, resources, resourceNames });
const execInPods = { verbs: ['create'], apiGroups: [''], resources: ['pods/exec'] };
const anything = {};

describe('a rule allows a request when verb, group and resource are each listed', () => {
  test.each([
    ['all three are listed', rule(['create'], [''], ['pods/exec']), true],
    ['they stand among others', rule(['get', 'create'], ['apps', ''], ['pods', 'pods/exec']), true],
    ['the verb is another', rule(['get'], [''], ['pods/exec']), false],
    ['the group is another', rule(['create'], ['apps'], ['pods/exec']), false],
    ['the resource is another', rule(['create'], [''], ['pods/attach']), false],
    ['the rule is for the resource, the request for its subresource', rule(['create'], [''], ['pods']), false],
    ['the rule is for the subresource of another resource', rule(['create'], [''], ['services/exec']), false],
  ])('%s', (_, granted, expected) => {
    expect(allowsAny(granted, execInPods)).toBe(expected);
  });

  test('a permission for a subresource is none for the resource', () => {
    expect(allowsAny(rule(['create'], [''], ['pods/exec']), { resources: ['pods'] })).toBe(false);
  });
});

describe('wildcards are those of Kubernetes', () => {
  test.each([
    ['* among the verbs stands for every verb', rule(['*'], [''], ['pods/exec']), true],
    ['* among the groups stands for every group', rule(['create'], ['*'], ['pods/exec']), true],
    ['* among the resources stands for subresources too', rule(['create'], [''], ['*']), true],
    ['*/exec stands for the subresource of every resource', rule(['create'], [''], ['*/exec']), true],
    ['*/attach does not', rule(['create'], [''], ['*/attach']), false],
    ['pods/* stands for nothing', rule(['create'], [''], ['pods/*']), false],
    ['*/* stands for nothing', rule(['create'], [''], ['*/*']), false],
    ['a wildcard inside a word stands for nothing', rule(['creat*'], [''], ['pods/exe*']), false],
  ])('%s', (_, granted, expected) => {
    expect(allowsAny(granted, execInPods)).toBe(expected);
  });

  test.each(['*/pods', '*/', '*/undefined'])('%s is not the resource pods', (resource) => {
    expect(allowsAny(rule(['get'], [''], [resource]), { resources: ['pods'] })).toBe(false);
  });

  test.each([
    [rule(['*'], [''], ['pods']), true],
    [rule(['get'], ['*'], ['pods']), true],
    [rule(['get'], [''], ['*']), true],
    [rule(['get'], [''], ['*/scale']), true],
    [rule(['get'], [''], ['pods']), false],
  ])('%j holds a wildcard: %s', (granted, expected) => {
    expect(allowsAny(granted, { wildcard: true })).toBe(expected);
  });
});

describe('names limit a rule', () => {
  const everySecret = { verbs: ['get'], resources: ['secrets'] };
  const getSecrets = (...names: string[]): PolicyRule => rule(['get'], [''], ['secrets'], names);

  test('a rule with names is still a permission', () => {
    expect(allowsAny(getSecrets('db'), everySecret)).toBe(true);
  });

  test('where naming takes the danger away, only rules without names are meant', () => {
    expect(allowsAny(getSecrets('db'), { ...everySecret, harmlessWhenNamed: true })).toBe(false);
    expect(allowsAny(getSecrets(), { ...everySecret, harmlessWhenNamed: true })).toBe(true);
  });

  test('the empty name lets requests without a name through, so the rule counts as one without names', () => {
    expect(allowsAny(getSecrets('db', ''), { ...everySecret, harmlessWhenNamed: true })).toBe(true);
  });

  test('where only some objects are meant, a rule meets them by name or by having none', () => {
    const coredns = { ...everySecret, resourceNames: ['coredns', 'aws-auth'] };
    expect(allowsAny(getSecrets('prices'), coredns)).toBe(false);
    expect(allowsAny(getSecrets('prices', 'aws-auth'), coredns)).toBe(true);
    expect(allowsAny(getSecrets(), coredns)).toBe(true);
  });
});

describe('a pattern for some namespaces', () => {
  const leases = { resources: ['leases'], namespaces: ['kube-system'] };
  const granted = rule(['update'], ['coordination.k8s.io'], ['leases']);

  test.each([['kube-system', true], ['shop', false], ['', false], [undefined, true]])('means a rule in %j: %s', (namespace, expected) => {
    expect(allowsAny(granted, leases, namespace)).toBe(expected);
  });

  test('that names none means rules for the whole cluster only', () => {
    expect(allowsAny(granted, { ...leases, namespaces: [] }, 'kube-system')).toBe(false);
    expect(allowsAny(granted, { ...leases, namespaces: [] })).toBe(true);
  });
});

describe('a rule that allows nothing', () => {
  test.each([
    ['without verbs', rule([], [''], ['pods'])],
    ['without groups', rule(['get'], [], ['pods'])],
    ['without resources', rule(['get'], [''], [])],
    ['that is empty', {}],
    ['with texts for lists', { verbs: '*', apiGroups: '*', resources: '*' } as unknown as PolicyRule],
    ['with lists of other things', { verbs: [null], apiGroups: [{}], resources: [7] } as unknown as PolicyRule],
  ])('%s meets no pattern', (_, granted) => {
    expect(allowsAny(granted, anything)).toBe(false);
  });
});
