import { ApiObject, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { IMAGE, SIDECAR, chartIn, deployment, mistakesIn, objectOf, podSpecOf } from './application';
import { HardenedDeployment } from '../../../src';

const NOTHING_ALLOWED = {
  allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true,
};

function hardened() {
  const chart = chartIn('shop');
  return { chart, api: deployment(chart) };
}

test('cdk8s-plus still renders the pod template through _toPodSpec, which hardening hangs on', () => {
  const { chart, api } = hardened();
  const rendered = jest.spyOn(api, '_toPodSpec').mockReturnValue({ containers: [{ name: 'from the hook' }] });
  expect(ApiObject.of(api).toJson().spec.template.spec).toEqual({ containers: [{ name: 'from the hook' }] });
  rendered.mockRestore();
  expect(podSpecOf(chart).containers[0].name).toBe('main');
});

test('cdk8s-plus still adds containers given as props through addContainer and addInitContainer', () => {
  const chart = chartIn('shop');
  const added = jest.spyOn(HardenedDeployment.prototype, 'addContainer');
  const addedInit = jest.spyOn(HardenedDeployment.prototype, 'addInitContainer');
  deployment(chart, 'api', { containers: [SIDECAR], initContainers: [{ name: 'init', image: IMAGE.reference }] });
  expect(added).toHaveBeenCalledTimes(2);
  expect(addedInit).toHaveBeenCalledTimes(1);
  added.mockRestore();
  addedInit.mockRestore();
});

describe.each<[string, (api: HardenedDeployment) => void, (spec: any) => any]>([
  ['added with addContainer', (api) => api.addContainer(SIDECAR), (spec) => spec.containers[1]],
  ['attached with attachContainer', (api) => api.attachContainer(new kplus.Container(SIDECAR)), (spec) => spec.containers[1]],
  ['added with addInitContainer', (api) => api.addInitContainer({ name: 'init', image: IMAGE.reference }), (spec) => spec.initContainers[0]],
])('a container that is %s', (_, add, find) => {
  test('is hardened like the first', () => {
    const { chart, api } = hardened();
    add(api);
    expect(find(podSpecOf(chart)).securityContext).toEqual(NOTHING_ALLOWED);
  });

  test('has requests and limits for everything', () => {
    const { chart, api } = hardened();
    add(api);
    const { requests, limits } = find(podSpecOf(chart)).resources;
    expect(Object.keys(requests).sort()).toEqual(['cpu', 'ephemeral-storage', 'memory']);
    expect(Object.keys(limits).sort()).toEqual(['cpu', 'ephemeral-storage', 'memory']);
  });
});

test('containers given as props are hardened too', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { containers: [SIDECAR], initContainers: [{ name: 'init', image: IMAGE.reference }] });
  const { containers, initContainers } = podSpecOf(chart);
  const contexts = [...containers, ...initContainers].map(({ securityContext }) => securityContext);
  expect(contexts).toEqual([NOTHING_ALLOWED, NOTHING_ALLOWED, NOTHING_ALLOWED]);
});

test('a deployment of containers alone, without an image of its own, is hardened', () => {
  const chart = chartIn('shop');
  new HardenedDeployment(chart, 'api', { metadata: { name: 'api' }, containers: [{ ...SIDECAR, portNumber: 8080 }] });
  expect(podSpecOf(chart).containers.map(({ securityContext }: any) => securityContext)).toEqual([NOTHING_ALLOWED]);
  expect(objectOf(chart, 'Service').spec.ports).toEqual([{ name: 'tcp-8080', port: 8080, targetPort: 8080 }]);
});

test.each([
  ['port', { port: 8080 }], ['ports', { ports: [{ number: 8080 }] }], ['writablePaths', { writablePaths: [{ path: '/tmp' }] }],
  ['resources', { resources: { cpu: { limit: '50m' } } }], ['command', { command: ['serve'] }],
  ['envVariables', { envVariables: { A: kplus.EnvValue.fromValue('b') } }],
])('%s without an image is a mistake, not ignored', (prop, props) => {
  const chart = chartIn('shop');
  new HardenedDeployment(chart, 'api', { metadata: { name: 'api' }, containers: [SIDECAR], ...props });
  expect(mistakesIn(chart)).toContainEqual(expect.stringContaining(prop));
});

describe('what a container brings with it is checked', () => {
  test('two containers of one name are refused, which cdk8s-plus lets through', () => {
    const { chart, api } = hardened();
    api.addContainer({ ...SIDECAR, name: undefined });
    expect(mistakesIn(chart)).toEqual(['[shop/api] containers is "main", allowed is names that differ from each other']);
  });

  test('an init container may not have the name of a container', () => {
    const { chart, api } = hardened();
    api.addInitContainer({ name: 'main', image: IMAGE.reference });
    expect(mistakesIn(chart)).toEqual(['[shop/api] containers is "main", allowed is names that differ from each other']);
  });

  test.each<[string, (api: HardenedDeployment, container: kplus.ContainerProps) => void, Partial<kplus.ContainerProps>]>([
    ['addContainer', (api, container) => api.addContainer(container), SIDECAR],
    ['attachContainer', (api, container) => api.attachContainer(new kplus.Container(container)), SIDECAR],
    ['addInitContainer', (api, container) => api.addInitContainer(container), {}],
  ])('by %s: privilege, root, escalation, a writable root, capabilities, a tag', (_, add, probes) => {
    const { chart, api } = hardened();
    add(api, {
      ...probes,
      name: 'bad',
      image: 'nginx:1.27',
      securityContext: {
        privileged: true,
        ensureNonRoot: false,
        readOnlyRootFilesystem: false,
        capabilities: { add: [kplus.Capability.SYS_ADMIN] },
        allowPrivilegeEscalation: true,
      },
    });
    const rules = mistakesIn(chart).map((line) => /rule: '([^']+)'/.exec(line)?.[1]).sort();
    expect(rules).toEqual(['added-capability', 'image-without-digest', 'privileged-container', 'run-as-root', 'writable-root-filesystem']);
  });

  test('no container at all is a line, also in a pod that would not render', () => {
    const chart = chartIn('shop');
    new HardenedDeployment(chart, 'api', { metadata: { name: 'api' } });
    expect(mistakesIn(chart)).toEqual(['[shop/api] image is missing, allowed is an Image, or containers']);
  });
});

describe('resources of added containers', () => {
  test('are merged field by field, where cdk8s-plus drops all defaults (B12)', () => {
    const { chart, api } = hardened();
    api.addContainer({ ...SIDECAR, resources: { cpu: { limit: kplus.Cpu.millis(50) } } });
    expect(podSpecOf(chart).containers[1].resources).toEqual({
      requests: { 'cpu': '50m', 'memory': '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { 'cpu': '50m', 'memory': '256Mi', 'ephemeral-storage': '128Mi' },
    });
  });

  test('may have ephemeral storage below 1Gi and memory below 1Mi, where cdk8s-plus throws (B13)', () => {
    const { chart, api } = hardened();
    api.addContainer({
      ...SIDECAR,
      resources: { ephemeralStorage: { limit: Size.mebibytes(32) }, memory: { request: Size.kibibytes(512), limit: Size.mebibytes(1) } },
    });
    expect(podSpecOf(chart).containers[1].resources).toMatchObject({
      requests: { 'memory': '512Ki', 'ephemeral-storage': '32Mi' }, limits: { 'memory': '1Mi', 'ephemeral-storage': '32Mi' },
    });
  });

  test('may have ephemeral storage below 1Gi when the container is attached (B13)', () => {
    const { chart, api } = hardened();
    api.attachContainer(new kplus.Container({ ...SIDECAR, resources: { ephemeralStorage: { limit: Size.mebibytes(32) } } }));
    expect(podSpecOf(chart).containers[1].resources.limits['ephemeral-storage']).toBe('32Mi');
  });

  test.each<[string, kplus.ContainerResources]>([
    ['a request above the limit', { cpu: { request: kplus.Cpu.millis(900), limit: kplus.Cpu.millis(100) } }],
    ['a negative request', { cpu: { request: kplus.Cpu.millis(-5) } }],
  ])('with %s are refused', (_, resources) => {
    const { chart, api } = hardened();
    api.addContainer({ ...SIDECAR, resources });
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});
