import { KubernetesObject, describeObject, isMap, listAt, mapAt, nameOf, namespaceOf, textAt, textsAt, valueAt } from '../../src/kubernetes/object';

const object = (metadata: unknown): KubernetesObject => ({ apiVersion: 'v1', kind: 'Service', metadata });

test.each([
  [{}, true], [{ a: 1 }, true], [[], false], [null, false], [undefined, false], ['map', false], [1, false],
])('%j is a map: %s', (value, expected) => {
  expect(isMap(value)).toBe(expected);
});

describe('a value', () => {
  const spec = { a: { b: [1], c: null, d: 'text', e: 0 } };

  test.each([
    [['a', 'b'], [1]], [['a', 'e'], 0], [['a', 'c'], undefined], [['a', 'x'], undefined], [['a', 'd', 'length'], undefined], [['a', 'b', '0'], undefined],
    [['a', 'constructor'], undefined], [['a', 'x', 'y'], undefined], [[], spec],
  ])('at %j is %j', (path, expected) => {
    expect(valueAt(spec, ...path)).toEqual(expected);
  });

  test('of another type reads as absent', () => {
    expect([mapAt(spec, 'a', 'b'), mapAt(spec, 'a', 'd'), textAt(spec, 'a', 'e'), textAt(spec, 'a', 'b')]).toEqual([undefined, undefined, undefined, undefined]);
    expect([listAt(spec, 'a'), listAt(spec, 'x')]).toEqual([[], []]);
    expect([mapAt(spec, 'a'), listAt(spec, 'a', 'b'), textAt(spec, 'a', 'd')]).toEqual([spec.a, [1], 'text']);
  });

  test('anywhere in odd input is no reason to throw', () => {
    for (const odd of [undefined, null, 7, 'text', [], true]) { expect(valueAt(odd, 'a', 'b')).toBeUndefined(); }
  });
});

test('labels that are not text are left out', () => {
  expect(textsAt({ labels: { app: 'web', port: 8080, none: null } }, 'labels')).toEqual({ app: 'web' });
  expect(textsAt({ labels: ['app'] }, 'labels')).toEqual({});
});

test.each([
  [{ name: 'web' }, 'web', 'Service "web"'],
  [{ generateName: 'web-' }, 'web-', 'Service "web-"'],
  [{ name: 7 }, '', 'Service ""'],
  [undefined, '', 'Service ""'],
  ['web', '', 'Service ""'],
])('an object with the metadata %j is called %j', (metadata, name, description) => {
  expect([nameOf(object(metadata)), describeObject(object(metadata))]).toEqual([name, description]);
});

test('the namespace is the one that is written', () => {
  expect([namespaceOf(object({ namespace: 'shop' })), namespaceOf(object({})), namespaceOf(object(null))]).toEqual(['shop', undefined, undefined]);
});
