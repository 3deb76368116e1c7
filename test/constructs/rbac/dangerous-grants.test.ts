import { accountWith, errorsOf, grantOf, manifestsOf } from './account';
import { CLUSTER, REFUSED, named } from './refused-grants';
import { Acknowledgements } from '../../../src/constructs/acknowledgement/acknowledgements';
import { Grant } from '../../../src/constructs/rbac/grant';
import { DANGEROUS_PERMISSIONS } from '../../../src/standards/rbac/dangerous-permissions';

describe.each(REFUSED)('%s', (words, rule, attack, rest = {}) => {
  const account = (more: Partial<Grant> = {}) => accountWith([grantOf(words, { ...rest, ...more })]);
  const linesOf = (lines: string[]): string[] => lines.filter((line) => line.includes(`'${rule}'`));

  test(`is refused as ${rule}, with what was granted, what an attacker does with it and the way out`, () => {
    const [line] = linesOf(errorsOf(account())).filter((text) => attack.test(text));
    expect(line).toMatch(/^\[chart\/api\] grants\[0\] is "/);
    expect(line).toContain(`"${words.split(' ')[0]} on `);
    expect(line).toContain(`acknowledgements accept ${rule}`);
    expect(line).toContain(`add({ rule: '${rule}'`);
    expect(line).toMatch(attack);
  });

  test('is accepted with a reason on the grant, which is written on the role', () => {
    const rules = [...new Set(errorsOf(account()).map((line) => /rule: '(.*?)'/.exec(line)![1]))];
    const manifests = manifestsOf(account({ acknowledgements: rules.map((one) => ({ rule: one, reason: `${one} is needed` })) }));
    const role = manifests.find(({ kind }) => kind === (rest.clusterWide ? 'ClusterRole' : 'Role'));
    expect(role.metadata.annotations).toMatchObject({ [`acknowledge.cdk8s-bulwark/${rule}`]: `${rule} is needed` });
    expect(role.rules).toHaveLength(1);
  });

  test('is not accepted by a reason for something else', () => {
    const accepting = account();
    Acknowledgements.of(accepting).add({ rule: 'privileged-container', reason: 'something else' });
    expect(linesOf(errorsOf(accepting))).not.toEqual([]);
  });
});

test('every row of the table is among what is refused above', () => {
  const lines = REFUSED.flatMap(([words, , , rest]) => errorsOf(accountWith([grantOf(words, rest)])));
  expect(DANGEROUS_PERMISSIONS.filter(({ attack }) => !lines.some((line) => line.includes(attack)))).toEqual([]);
});

describe.each(DANGEROUS_PERMISSIONS.map((row) => [`${row.rule}: ${row.attack}`, row] as const))('%s', (_, row) => {
  test.each(row.verbs ?? ['get'])('is a danger of %s on each of its resources, in each of its groups', (verb) => {
    const groups = row.apiGroups ?? [''];
    const resources = row.resources ?? ['configmaps'];
    const words = groups.flatMap((group) => resources.map((resource) => `${row.wildcard ? '*' : verb} ${resource}${group ? `.${group}` : ''}`));
    const lines = errorsOf(accountWith(words.map((one) => grantOf(one, CLUSTER))));
    expect(lines.filter((line) => line.includes(row.attack))).toHaveLength(words.length);
  });
});

describe('what is not dangerous is not refused', () => {
  test.each<[string, Partial<Grant>]>([
    ['get,list,watch pods', {}],
    ['get secrets', named('db')],
    ['list,watch secrets', named('db')],
    ['update,patch secrets', named('tls')],
    ['delete secrets', named('prices')],
    ['get secrets.example.com', {}],
    ['create,delete configmaps', {}],
    ['update,patch configmaps', named('prices')],
    ['update configmaps', { namespaceName: 'kube-system', ...named('prices') }],
    ['get,list configmaps', CLUSTER],
    ['create,get,update leases.coordination.k8s.io', {}],
    ['patch deployments/scale.apps', {}],
    ['get,list,watch deployments.apps', CLUSTER],
    ['delete pods', named('web-0')],
    ['create pods/eviction', {}],
    ['get pods/status', {}],
    ['get pods/log', named('web-0')],
    ['get,list nodes', CLUSTER],
    ['get,list pods.metrics.k8s.io', CLUSTER],
    ['get serviceaccounts', {}],
    ['create certificatesigningrequests.certificates.k8s.io', CLUSTER],
    ['approve signers.certificates.k8s.io', { ...CLUSTER, ...named('example.com/shop') }],
    ['bind rolebindings.rbac.authorization.k8s.io', {}],
    ['get,list roles.rbac.authorization.k8s.io', {}],
    ['create,patch events', {}],
    ['delete customresourcedefinitions.example.com', { ...CLUSTER, ...named('shop') }],
    ['get namespaces', {}],
    ['create tokenreviews.authentication.k8s.io', CLUSTER],
  ])('%s %j', (words, rest) => {
    expect(errorsOf(accountWith([grantOf(words, rest)]))).toEqual([]);
  });
});

describe('reasons', () => {
  const exec = grantOf('create pods/exec');
  const onRole = (account: ReturnType<typeof accountWith>, kind = 'Role') =>
    manifestsOf(account).find((object) => object.kind === kind).metadata.annotations;
  const key = 'acknowledge.cdk8s-bulwark/rbac-exec';

  test('on the account are written on the roles that need them, even when given last', () => {
    const account = accountWith([exec, grantOf('get pods/exec', CLUSTER), grantOf('get pods', { namespaceName: 'infra' })]);
    Acknowledgements.of(account).add({ rule: 'rbac-exec', reason: 'debugging, SEC-7', expires: '2027-01-31' });
    const roles = manifestsOf(account).filter(({ kind }) => kind.endsWith('Role'));
    expect(roles.map(({ metadata }) => metadata.annotations?.[key])).toEqual([
      'debugging, SEC-7; expires 2027-01-31', 'debugging, SEC-7; expires 2027-01-31', undefined,
    ]);
  });

  test('on one grant do not accept another one', () => {
    const accepted = { ...exec, acknowledgements: [{ rule: 'rbac-exec', reason: 'debugging' }] };
    expect(errorsOf(accountWith([accepted, exec]))).toEqual([expect.stringMatching(/grants\[1\].*rbac-exec/)]);
  });

  test('of several grants stand on the role together, until the first of them expires', () => {
    const because = (reason: string, expires?: string): Grant => ({ ...exec, acknowledgements: [{ rule: 'rbac-exec', reason, expires }] });
    expect(onRole(accountWith([because('debugging'), because('backup', '2027-06-30'), because('backup', '2027-01-31')])))
      .toEqual({ [key]: 'debugging; backup; expires 2027-01-31' });
  });

  test('that the grant has no use for are a mistake, so that none outlives its grant', () => {
    const needless = { ...grantOf('get pods'), acknowledgements: [{ rule: 'rbac-exec', reason: 'debugging' }] };
    const mistaken = { ...exec, acknowledgements: [{ rule: 'rbac-exec', reason: 'debugging' }, { rule: 'rbac-wildcard', reason: 'see above' }] };
    expect(errorsOf(accountWith([needless, mistaken]))).toEqual([
      expect.stringMatching(/grants\[0\]\.acknowledgements\[0\]\.rule is "rbac-exec", allowed is none/),
      expect.stringMatching(/grants\[1\]\.acknowledgements\[1\]\.rule is "rbac-wildcard", allowed is among rbac-exec/),
    ]);
  });

  test.each([
    [{ rule: 'rbac-exec', reason: ' ' }, /acknowledgement\.reason is " "/],
    [{ rule: 'rbac-exec', reason: 'debugging', expires: 'soon' }, /acknowledgement\.expires is "soon"/],
  ])('that are none accept nothing: %j', (acknowledgement, mistake) => {
    const lines = errorsOf(accountWith([{ ...exec, acknowledgements: [acknowledgement] }]));
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(mistake), expect.stringMatching(/grants\[0\] is .*rbac-exec/)]));
  });
});
