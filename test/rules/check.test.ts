import { Application } from '../../src/analysis/application';
import { KubernetesObject } from '../../src/kubernetes/object';
import { POD_BEARING_KINDS } from '../../src/kubernetes/pod';
import { Check, all, fault, inApplication, perContainer, perObject, perPod, shown } from '../../src/rules/check';

const service: KubernetesObject = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
const deployment: KubernetesObject = {
  apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: { containers: [{ name: 'app' }, { image: 'nameless' }], initContainers: [{ name: 'setup' }] } } },
};
const run = (check: Check, object: KubernetesObject) => check.run(object, new Application([object]));

describe('a check of containers', () => {
  const check = perContainer(({ spec }, pod) => (spec.image ? undefined : fault('image', `names no image among ${pod.containers.length}`)));

  test('says which container, with its role and its path', () => {
    expect(run(check, deployment)).toEqual([
      { container: 'app', path: 'spec.template.spec.containers[0].image', message: 'container "app" names no image among 3' },
      { container: 'setup', path: 'spec.template.spec.initContainers[0].image', message: 'init container "setup" names no image among 3' },
    ]);
  });

  test('names no container that has no name', () => {
    expect(run(perContainer(() => fault('', 'is there')), { ...deployment, spec: { template: { spec: { containers: [{}] } } } }))
      .toEqual([{ path: 'spec.template.spec.containers[0]', message: 'container at spec.template.spec.containers[0] is there' }]);
  });

  test('is asked about pods only', () => {
    expect(check.kinds).toBe(POD_BEARING_KINDS);
    expect(run(check, service)).toEqual([]);
  });

  test('may find several faults in one', () => {
    const twice = perContainer(() => [fault('a', 'has a'), fault('[0]', 'has an item')]);
    expect(run(twice, deployment).map(({ path }) => path.slice(19))).toEqual([
      'containers[0].a', 'containers[0][0]', 'containers[1].a', 'containers[1][0]', 'initContainers[0].a', 'initContainers[0][0]',
    ]);
  });
});

test('a check of pods says where in the spec or the metadata', () => {
  const check = perPod(({ spec }, { kind }) => [fault('spec.x', `has ${Object.keys(spec).length}`), fault('metadata.y', `is of a ${kind}`)]);
  expect(run(check, deployment)).toEqual([
    { path: 'spec.template.spec.x', message: 'pod has 2' }, { path: 'spec.template.metadata.y', message: 'pod is of a Deployment' },
  ]);
  expect(run(check, { apiVersion: 'v1', kind: 'Pod', spec: {} }).map(({ path }) => path)).toEqual(['spec.x', 'metadata.y']);
  expect(run(perPod(() => undefined), deployment)).toEqual([]);
});

test('a check of objects is about some kinds, or any', () => {
  const check = perObject(['Service'], () => fault('spec', 'is a service'));
  expect({ kinds: check.kinds, scope: check.scope }).toEqual({ kinds: ['Service'], scope: 'object' });
  expect(perObject('any', () => undefined)).not.toHaveProperty('kinds');
  expect(run(check, service)).toEqual([{ path: 'spec', message: 'Service "web" is a service' }]);
  expect(run(perObject('any', () => undefined), service)).toEqual([]);
});

test('a check of the application sees all objects and has no form for the API server', () => {
  const check = inApplication(['Service'], (_, { objects }) => fault('', `is one of ${objects.length}`));
  expect({ kinds: check.kinds, scope: check.scope, admission: check.admission }).toEqual({ kinds: ['Service'], scope: 'application', admission: undefined });
  expect(inApplication('any', () => undefined)).not.toHaveProperty('kinds');
  expect(run(check, service)).toEqual([{ path: '', message: 'Service "web" is one of 1' }]);
});

test('a check by hand has a form for the API server only where its author wrote one', () => {
  const condition = { holds: 'true', message: 'all must be well' };
  expect([perContainer, perPod].map((make) => make(() => undefined, condition).admission)).toEqual([[condition], [condition]]);
  expect(perObject(['Service'], () => undefined, condition).admission).toEqual([condition]);
  for (const check of [perContainer(() => undefined), perPod(() => undefined), perObject('any', () => undefined)]) { expect(check).not.toHaveProperty('admission'); }
});

describe('several checks together', () => {
  const ofServices = perObject(['Service'], () => fault('spec', 'is a service'), { holds: 'a', message: '' });
  const ofPods = perPod(() => fault('spec', 'is a pod'), { holds: 'b', message: '' });

  test('are each asked about their own kinds', () => {
    const both = all(ofServices, ofPods);
    expect(both.kinds).toEqual(['Service', ...POD_BEARING_KINDS]);
    expect([service, deployment].map((object) => run(both, object).map(({ message }) => message))).toEqual([['Service "web" is a service'], ['pod is a pod']]);
  });

  test('of which one is about any kind are about any kind', () => {
    const any = all(ofPods, perObject('any', () => fault('kind', 'is an object')));
    expect(any).not.toHaveProperty('kinds');
    expect(run(any, service).map(({ message }) => message)).toEqual(['Service "web" is an object']);
  });

  test('need all objects when one of them does', () => {
    expect([all(ofServices, ofPods).scope, all(ofServices, inApplication(['Service'], () => undefined)).scope]).toEqual(['object', 'application']);
  });

  test('put each condition to its own kinds', () => {
    const same = perObject(['Service'], () => undefined, { holds: 'c', message: '' });
    expect(all(ofServices, same).admission!.map(({ holds }) => holds)).toEqual(['a', 'c']);
    expect(all(ofServices, perObject(['Ingress'], () => undefined, { holds: 'c', message: '' })).admission!.map(({ holds }) => holds)).toEqual([
      "!(object.kind in ['Service']) || (a)", "!(object.kind in ['Ingress']) || (c)",
    ]);
    expect(all(ofServices, perObject(['Service'], () => undefined))).not.toHaveProperty('admission');
  });
});

test.each([
  ['text', '"text"'], [7, '7'], [true, 'true'], [null, 'null'], [undefined, 'undefined'], [{ a: [1] }, '{"a":[1]}'], [10n, '10'],
  ['x'.repeat(78), `"${'x'.repeat(78)}"`], ['x'.repeat(79), `"${'x'.repeat(76)}...`],
])('the value %p is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

test('a value that contains itself is shown all the same', () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  expect(shown(cyclic)).toBe('[object Array]');
});
