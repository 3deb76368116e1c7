import { KubernetesObject } from '../../src/kubernetes/object';
import { Check } from '../../src/rules/check';
import { both, everyContainer, everyObject, everyPod, everyPodAndContainer, field, inherited } from '../../src/rules/vocabulary';

const pod = (spec: object): KubernetesObject => ({ apiVersion: 'v1', kind: 'Pod', spec });
const messages = (check: Check, object: KubernetesObject) => check.run(object, undefined as never).map(({ message }) => message);
const paths = (check: Check, object: KubernetesObject) => check.run(object, undefined as never).map(({ path }) => path);
const cel = (check: Check) => check.admission!.map(({ holds }) => holds);

/** What no field of a boolean, a number or a text may be. */
const ODD = [[], {}, [true], { a: 1 }, NaN, 'true', '0', 'yes'];

describe('a field that must be', () => {
  const cases: [string, ReturnType<ReturnType<typeof field>['is']>, unknown[], unknown[], string, string][] = [
    ['false', field('a').is(false), [false], [undefined, null, true, 0, '', ...ODD], 'variables.pod.?a == optional.of(false)', 'a of the pod must be false'],
    [
      'one of two texts', field('a').is('x', "it's"), ['x', "it's"], [undefined, '', 'X', ...ODD],
      "(variables.pod.?a.hasValue() && variables.pod.?a.value() in ['x', 'it\\'s'])", "a of the pod must be x or it's",
    ],
    ['absent or false', field('a').isAbsentOr(false), [undefined, null, false], [true, 0, '', ...ODD], 'variables.pod.?a.orValue(false) == false', 'a of the pod must be absent or false'],
    [
      'absent or one of three', field('a').isAbsentOr('', 'x', 'y'), [undefined, null, '', 'x', 'y'], [0, false, 'z', ...ODD],
      "variables.pod.?a.orValue('') in ['', 'x', 'y']", 'a of the pod must be absent or empty, x or y',
    ],
    ['another number', field('a').isNot(0), [undefined, null, 1, -1], [0, false, ...ODD.filter((value) => typeof value !== 'number')], 'variables.pod.?a != optional.of(0)', 'a of the pod must not be 0'],
    ['absent', field('a').isAbsent(), [undefined, null], [false, 0, '', ...ODD], '!variables.pod.?a.hasValue()', 'a of the pod must be absent'],
    ['present', field('a').isPresent(), [false, 0, '', ...ODD], [undefined, null], 'variables.pod.?a.hasValue()', 'a of the pod must be set'],
    ['at least 3', field('a').isAtLeast(3), [3, 1e6], [undefined, null, 2, 3.5, Infinity, '3', ...ODD], 'variables.pod.?a.orValue(2) >= 3', 'a of the pod must be at least 3'],
    ['with an item', field('a').includes('x'), [['x'], ['y', 'x']], [undefined, null, [], ['X'], 'x', ...ODD], "'x' in variables.pod.?a.orValue([])", 'a of the pod must include x'],
  ];

  test.each(cases)('%s passes only what it names', (_, requirement, right, wrong, expression, sentence) => {
    const check = everyPod(requirement);
    expect(right.filter((a) => messages(check, pod({ a })).length > 0)).toEqual([]);
    expect(wrong.filter((a) => messages(check, pod({ a })).length !== 1)).toEqual([]);
    expect(check.admission).toEqual([{ holds: expression, message: sentence }]);
  });

  test.each([
    [field('a').is(false), { a: true }, 'pod sets a to true'],
    [field('a').is('x', 'y'), {}, 'pod does not set a to x or y'],
    [field('a').isAbsentOr('x'), { a: 'z' }, 'pod sets a to "z"'],
    [field('a.b').isNot(0), { a: { b: 0 } }, 'pod sets a.b to 0'],
    [field('a').isPresent(), {}, 'pod does not set a'],
    [field('a').isAtLeast(3), {}, 'pod does not set a to at least 3'],
    [field('a').includes('x'), { a: ['y'] }, 'pod does not include x in a'],
    [field('a.b').isAbsentOr(false), { a: 'text' }, 'pod sets a to what should be a map'],
    [field('a[].b').isAbsentOr(false), { a: { b: true } }, 'pod sets a to what should be a list'],
    [field('a[].b').isAbsentOr(false), { a: [{}, 7] }, 'pod sets a[1] to what should be a map'],
    [field('a').isAbsent(), { a: 'x'.repeat(200) }, `pod sets a to "${'x'.repeat(76)}...`],
    [field('a').isAbsent(), { a: 1n }, 'pod sets a to 1'],
  ])('otherwise is a fault that says what is there: %#', (requirement, spec, message) => {
    expect(messages(everyPod(requirement), pod(spec))).toEqual([message]);
  });

  test('survives what YAML anchors can make', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.a = cyclic;
    expect(messages(everyPod(field('a').isAbsent()), pod(cyclic))).toEqual(['pod sets a to [object Object]']);
  });
});

describe('items of a list', () => {
  const requirement = field('a[].b[].c').isAbsentOr(0);

  test('are judged one by one, wherever they are', () => {
    const spec = { a: [{ b: [{ c: 0 }, { c: 1 }] }, {}, null, { b: [{}, null, { c: 2 }] }] };
    expect(paths(everyPod(requirement), pod(spec))).toEqual(['spec.a[0].b[1].c', 'spec.a[3].b[2].c']);
  });

  test('are judged one by one in CEL', () => {
    expect(cel(everyPod(requirement))).toEqual(['variables.pod.?a.orValue([]).all(item, item.?b.orValue([]).all(item, item.?c.orValue(0) == 0))']);
  });

  test('may be the values themselves', () => {
    const listed = everyPod(field('a[]').is('x', 'y'), field('b[]').isAbsent());
    expect(messages(listed, pod({ a: ['x', 'z', null], b: [1] }))).toEqual(['pod sets a[1] to "z"', 'pod does not set a[2] to x or y', 'pod sets b[0] to 1']);
    expect(cel(listed)).toEqual(["variables.pod.?a.orValue([]).all(item, item in ['x', 'y'])", 'variables.pod.?b.orValue([]).all(item, false)']);
  });

  test('may be a union, which has one of some members', () => {
    const volumes = everyPod(field('volumes[]').isA('emptyDir', 'secret'));
    const spec = { volumes: [{ name: 'a', emptyDir: {} }, { name: 'b' }, { name: 'c', nfs: null, secret: {} }, { name: 'd', nfs: {} }, 'odd', null] };
    expect(messages(volumes, pod(spec))).toEqual(['pod sets volumes[3] to nfs', 'pod sets volumes[4] to "odd"', 'pod does not set volumes[5]']);
    expect(cel(volumes)).toEqual(['variables.pod.?volumes.orValue([]).all(item, (item.?emptyDir.hasValue() || item.?secret.hasValue()))']);
  });
});

describe('every container', () => {
  const check = everyContainer(field('a').is(1));

  test('is judged, whatever its role', () => {
    const spec = { containers: [{ name: 'app', a: 1 }, { name: 'other' }], initContainers: [{ name: 'setup', a: 2 }], ephemeralContainers: [{ name: 'debugger' }] };
    expect(check.run(pod(spec), undefined as never)).toEqual([
      { container: 'other', path: 'spec.containers[1].a', message: 'container "other" does not set a to 1' },
      { container: 'setup', path: 'spec.initContainers[0].a', message: 'init container "setup" sets a to 2' },
      { container: 'debugger', path: 'spec.ephemeralContainers[0].a', message: 'ephemeral container "debugger" does not set a to 1' },
    ]);
  });

  test('is judged in CEL, which names those that do not pass', () => {
    expect(check.admission).toEqual([{
      holds: 'variables.containers.all(container, container.?a == optional.of(1))',
      message: 'a of every container must be 1',
      culprits: 'variables.containers.filter(container, !(container.?a == optional.of(1))).map(container, container.name)',
    }]);
  });

  test('of an object without a pod is none', () => {
    expect(messages(check, { apiVersion: 'v1', kind: 'Service', spec: { containers: [{}] } })).toEqual([]);
  });
});

describe('an inherited field', () => {
  const check = everyContainer(inherited('s.a').is(true));
  const judge = (ofPod: unknown, ...ofContainers: unknown[]) => messages(check, pod({ s: ofPod, containers: ofContainers.map((s, index) => ({ name: `c${index}`, s })) }));

  test('is the container’s own, else its pod’s', () => {
    expect(judge({ a: true }, undefined, {}, { a: true }, { a: null })).toEqual([]);
    expect(judge(undefined, { a: true })).toEqual([]);
    expect(judge({ a: true }, { a: false })).toEqual(['container "c0" sets s.a to false']);
  });

  test('that neither has is missing in each container', () => {
    expect(judge({}, {}, undefined)).toEqual(['container "c0" does not set s.a to true, nor does its pod', 'container "c1" does not set s.a to true, nor does its pod']);
  });

  test('that is wrong in the pod is one fault of the pod, however many containers inherit it', () => {
    expect(judge({ a: false }, {}, {}, { a: true })).toEqual(['pod sets s.a to false']);
  });

  test('does not look beyond something odd', () => {
    expect(judge({ a: true }, 'odd')).toEqual(['container "c0" sets s to what should be a map']);
    expect(judge('odd', {})).toEqual(['pod sets s to what should be a map']);
  });

  test('is inherited in CEL', () => {
    expect(cel(check)).toEqual(['variables.containers.all(container, container.?s.?a.or(variables.pod.?s.?a) == optional.of(true))']);
  });
});

describe('several requirements', () => {
  const windows = field('os.name').is('windows');
  const check = both(everyPod(field('a').is(1)), everyContainer(field('b').is(2))).unlessPod(windows).unlessPod(field('c').isNot(0));

  test('do not hold for pods that meet a condition', () => {
    const spec = { containers: [{ name: 'app' }], c: 0 };
    expect(messages(check, pod(spec))).toEqual(['pod does not set a to 1', 'container "app" does not set b to 2']);
    expect(messages(check, pod({ ...spec, os: { name: 'windows' } }))).toEqual([]);
    expect(messages(check, pod({ ...spec, os: { name: 'Windows' } }))).toHaveLength(2);
    expect(messages(check, pod({ ...spec, c: 1 }))).toEqual([]);
  });

  test('say so', () => {
    expect(check.admission![0]).toEqual({
      holds: "variables.pod.?os.?name == optional.of('windows') || variables.pod.?c != optional.of(0) || variables.pod.?a == optional.of(1)",
      message: 'a of the pod must be 1, unless os.name of the pod is windows, unless c of the pod is not 0',
    });
  });

  test('may be those of the pod and of its containers', () => {
    expect(paths(everyPodAndContainer(field('a').is(1)), pod({ containers: [{ name: 'app' }] }))).toEqual(['spec.a', 'spec.containers[0].a']);
  });
});

test('objects of other kinds can be judged in the same words', () => {
  const check = everyObject(['Service', 'Ingress'], field('spec.externalIPs').isAbsent());
  const service: KubernetesObject = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { externalIPs: ['192.0.2.1'] } };
  expect(check.run(service, undefined as never)).toEqual([{ path: 'spec.externalIPs', message: 'Service "web" sets spec.externalIPs to ["192.0.2.1"]' }]);
  expect({ kinds: check.kinds, admission: check.admission }).toEqual({
    kinds: ['Service', 'Ingress'],
    admission: [{ holds: '!object.?spec.?externalIPs.hasValue()', message: 'spec.externalIPs of every Service, Ingress must be absent' }],
  });
});
