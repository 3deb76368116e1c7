import { API_LIFECYCLES, lifecycleOf } from '../../src/kubernetes/api-lifecycle';

test('every API is deprecated before it is removed', () => {
  expect(API_LIFECYCLES.filter(({ deprecated, removed = Infinity }) => deprecated >= removed)).toEqual([]);
});

test('every kind of an API version stands there once', () => {
  const apis = API_LIFECYCLES.flatMap(({ apiVersion, kinds }) => kinds.map((kind) => `${apiVersion}/${kind}`));
  expect(apis.filter((api, position) => apis.indexOf(api) !== position)).toEqual([]);
});

test('what is recommended instead outlives what it replaces', () => {
  const shortLived = API_LIFECYCLES.flatMap((lifecycle) => lifecycle.kinds.map((kind) => ({ kind, lifecycle }))).filter(({ kind, lifecycle }) => {
    const next = lifecycle.replacement && lifecycleOf({ apiVersion: lifecycle.replacement, kind });
    return next && (next.removed ?? Infinity) <= (lifecycle.removed ?? Infinity);
  });
  expect(shortLived).toEqual([]);
});

test.each(['apps/v1', 'v1', 'example.com/v1beta1', ''])('nothing is known against a Deployment of %j', (apiVersion) => {
  expect(lifecycleOf({ apiVersion, kind: 'Deployment' })).toBeUndefined();
});
