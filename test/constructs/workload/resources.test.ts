import { chartIn, deployment, mistakesIn, podSpecOf } from './application';
import { ContainerResourceRequirements, WritablePath } from '../../../src';

function resourcesWith(resources: ContainerResourceRequirements, writablePaths?: WritablePath[]) {
  const chart = chartIn('shop');
  deployment(chart, 'api', { resources, writablePaths });
  return podSpecOf(chart).containers[0].resources;
}

test.each<[string, ContainerResourceRequirements, object, object]>([
  ['only a cpu limit leaves everything else', { cpu: { limit: '1' } }, { cpu: '100m', memory: '128Mi' }, { cpu: '1', memory: '256Mi' }],
  ['a limit below the default request takes the request down', { memory: { limit: '64Mi' } }, { memory: '64Mi', cpu: '100m' }, { memory: '64Mi', cpu: '500m' }],
  ['a request above the default limit takes the limit up', { cpu: { request: '2' } }, { cpu: '2' }, { cpu: '2', memory: '256Mi' }],
  ['both are kept', { memory: { request: '300Mi', limit: '1Gi' } }, { memory: '300Mi' }, { memory: '1Gi' }],
  ['tiny ephemeral storage is kept', { ephemeralStorage: { request: '1Mi', limit: '2Mi' } }, { 'ephemeral-storage': '1Mi' }, { 'ephemeral-storage': '2Mi' }],
  ['decimal spellings are kept', { cpu: { request: '0.25', limit: '1e0' } }, { cpu: '0.25' }, { cpu: '1e0' }],
])('%s', (_, given, requests, limits) => {
  expect(resourcesWith(given)).toMatchObject({ requests, limits });
});

test('the default limit of ephemeral storage has room for the writable paths on disk, not for those in memory', () => {
  const { limits } = resourcesWith({}, [{ path: '/tmp', sizeLimit: '100Mi' }, { path: '/cache' }, { path: '/fast', sizeLimit: '1Gi', inMemory: true }]);
  expect(limits['ephemeral-storage']).toBe('292Mi');
});

test.each<[string, any, string]>([
  ['no quantity', { cpu: { limit: 'lots' } }, '[shop/api] resources.cpu.limit is "lots", allowed is a positive quantity such as 100m'],
  ['zero', { cpu: { request: '0' } }, '[shop/api] resources.cpu.request is "0", allowed is a positive quantity such as 100m'],
  ['negative', { memory: { limit: '-1Gi' } }, '[shop/api] resources.memory.limit is "-1Gi", allowed is a positive quantity such as 128Mi'],
  ['the wrong suffix', { memory: { request: '128MB' } }, '[shop/api] resources.memory.request is "128MB", allowed is a positive quantity such as 128Mi'],
  ['a request above the limit', { cpu: { request: '2', limit: '1' } }, '[shop/api] resources.cpu.request is "2", allowed is at most the limit, 1'],
  ['not bounds', { cpu: '500m' }, '[shop/api] resources.cpu is "500m", allowed is an object with request and limit'],
])('%s is one line', (_, resources, line) => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { resources });
  expect(mistakesIn(chart)).toEqual([line]);
});

test.each<[string, any]>([
  ['spelt as Kubernetes spells them', { limits: { cpu: '1' } }], ['a misspelt resource', { cpus: { limit: '1' } }], ['no object', 'small'],
])('resources that would be ignored are a mistake: %s', (_, resources) => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { resources });
  expect(mistakesIn(chart)).toHaveLength(1);
});

describe('writable paths', () => {
  test('become mounted emptyDirs with a size', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { writablePaths: [{ path: '/tmp' }, { path: '/var/cache/nginx', sizeLimit: '1Gi', inMemory: true }] });
    const { volumes, containers } = podSpecOf(chart);
    expect(volumes.map(({ emptyDir }: any) => emptyDir)).toEqual([{ sizeLimit: '64Mi' }, { medium: 'Memory', sizeLimit: '1024Mi' }]);
    expect(containers[0].volumeMounts).toEqual([{ mountPath: '/tmp', name: volumes[0].name }, { mountPath: '/var/cache/nginx', name: volumes[1].name }]);
    expect(containers[0].securityContext.readOnlyRootFilesystem).toBe(true);
  });

  test('have distinct volume names, however alike the paths', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { writablePaths: [{ path: '/a/b' }, { path: '/a-b' }, { path: '/временный' }, { path: `/${'x'.repeat(200)}` }] });
    const names = podSpecOf(chart).volumes.map(({ name }: any) => name);
    expect(new Set(names).size).toBe(4);
    names.forEach((name: string) => expect(name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/));
  });

  test('a size below a mebibyte is rounded up, never to nothing', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { writablePaths: [{ path: '/tmp', sizeLimit: '1' }] });
    expect(podSpecOf(chart).volumes[0].emptyDir.sizeLimit).toBe('1Mi');
  });

  test.each<[any, RegExp]>([
    [{ path: 'tmp' }, /writablePaths\[0\]\.path is "tmp"/],
    [{ path: '/' }, /writablePaths\[0\]\.path is "\/"/],
    [{ path: '/tmp/../etc' }, /writablePaths\[0\]\.path/],
    [{ path: '/a:b' }, /writablePaths\[0\]\.path/],
    [{ path: '/tmp', sizeLimit: '0' }, /writablePaths\[0\]\.sizeLimit is "0"/],
    [{ path: '/tmp', sizeLimit: 'big' }, /writablePaths\[0\]\.sizeLimit is "big"/],
    [{ path: undefined }, /writablePaths\[0\]\.path is missing/],
    ['/tmp', /writablePaths\[0\]/],
    [null, /writablePaths\[0\]/],
  ])('of %j are refused', (path, line) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { writablePaths: [path] });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(line)]);
  });

  test('may not be given twice', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { writablePaths: [{ path: '/tmp' }, { path: '/tmp' }] });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('writablePaths[1].path is "/tmp"')]);
  });
});
