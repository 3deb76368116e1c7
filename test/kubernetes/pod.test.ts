import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KubernetesObject } from '../../src/kubernetes/object';
import { POD_BEARERS, containersOf, describeContainer, podBearer, podOf } from '../../src/kubernetes/pod';

const podSpec = { containers: [{ name: 'app' }] };
const object = (kind: string, rest: object): KubernetesObject => ({ apiVersion: 'v1', kind, ...rest });

describe('the pod', () => {
  test.each([
    ['Pod', { spec: podSpec }, 'spec', 'metadata'],
    ['PodTemplate', { template: { spec: podSpec } }, 'template.spec', 'template.metadata'],
    ['ReplicationController', { spec: { template: { spec: podSpec } } }, 'spec.template.spec', 'spec.template.metadata'],
    ['Deployment', { spec: { template: { spec: podSpec } } }, 'spec.template.spec', 'spec.template.metadata'],
    ['StatefulSet', { spec: { template: { spec: podSpec } } }, 'spec.template.spec', 'spec.template.metadata'],
    ['DaemonSet', { spec: { template: { spec: podSpec } } }, 'spec.template.spec', 'spec.template.metadata'],
    ['ReplicaSet', { spec: { template: { spec: podSpec } } }, 'spec.template.spec', 'spec.template.metadata'],
    ['Job', { spec: { template: { spec: podSpec } } }, 'spec.template.spec', 'spec.template.metadata'],
    ['CronJob', { spec: { jobTemplate: { spec: { template: { spec: podSpec } } } } }, 'spec.jobTemplate.spec.template.spec', 'spec.jobTemplate.spec.template.metadata'],
  ])('of a %s is found, with its path', (kind, rest, specPath, metadataPath) => {
    const pod = podOf(object(kind, rest))!;
    expect({ spec: pod.spec, specPath: pod.specPath, metadataPath: pod.metadataPath, containers: pod.containers.map(({ path }) => path) })
      .toEqual({ spec: podSpec, specPath, metadataPath, containers: [`${specPath}.containers[0]`] });
    expect(podBearer(kind)?.kind).toBe(kind);
  });

  test('is found for every row of the table', () => {
    expect(POD_BEARERS).toHaveLength(9);
  });

  test.each([
    ['a kind that makes none', object('Service', { spec: { template: { spec: podSpec } } })],
    ['no template', object('Deployment', { spec: {} })],
    ['a template of another type', object('Deployment', { spec: { template: 'none' } })],
    ['no spec', object('Pod', {})],
    ['a kind called like a member of every object', object('constructor', { spec: podSpec })],
  ])('of an object with %s is none', (_, odd) => {
    expect(podOf(odd)).toBeUndefined();
  });

  test('has metadata, if only empty ones', () => {
    expect(podOf(object('Pod', { spec: podSpec }))!.metadata).toEqual({});
    expect(podOf(object('Pod', { spec: podSpec, metadata: { name: 'web' } }))!.metadata).toEqual({ name: 'web' });
  });

  test('is that of the object asked for, not of the one before', () => {
    const [one, other] = [object('Pod', { spec: { a: 1 } }), object('Pod', { spec: { a: 2 } })];
    expect([podOf(one), podOf(other), podOf(one)].map((pod) => pod?.spec.a)).toEqual([1, 2, 1]);
  });
});

describe('containers', () => {
  const pod = podOf(object('Pod', {
    spec: {
      initContainers: [{ name: 'setup' }, { name: 'proxy', restartPolicy: 'Always' }],
      containers: [{ name: 'app' }, null, 'odd', { image: 'nameless' }],
      ephemeralContainers: [{ name: 'debugger' }],
    },
  }))!;

  test('have roles and paths', () => {
    expect(pod.containers.map(({ name, role, path }) => [name, role, path])).toEqual([
      ['app', 'app', 'spec.containers[0]'],
      ['', 'app', 'spec.containers[3]'],
      ['setup', 'init', 'spec.initContainers[0]'],
      ['proxy', 'sidecar', 'spec.initContainers[1]'],
      ['debugger', 'ephemeral', 'spec.ephemeralContainers[0]'],
    ]);
  });

  test('are called as a person would', () => {
    expect(pod.containers.map(describeContainer)).toEqual([
      'container "app"', 'container at spec.containers[3]', 'init container "setup"', 'sidecar container "proxy"', 'ephemeral container "debugger"',
    ]);
  });

  test('can be asked for by role', () => {
    expect(containersOf(pod, 'app', 'sidecar').map(({ path }) => path)).toEqual(['spec.containers[0]', 'spec.containers[3]', 'spec.initContainers[1]']);
    expect(containersOf(pod)).toBe(pod.containers);
  });

  test('of a list that is none are none', () => {
    expect(podOf(object('Pod', { spec: { containers: { name: 'app' } } }))!.containers).toEqual([]);
  });
});

test('no rule, analysis or policy spells out the lists of containers, but the one about ephemeral ones', () => {
  const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));
  const src = join(__dirname, '..', '..', 'src');
  const spelling = ['rules', 'analysis', 'admission', 'evaluation'].flatMap((room) => sources(join(src, room)))
    .filter((file) => /initContainers|ephemeralContainers/.test(readFileSync(file, 'utf8')));
  expect(spelling.filter((file) => basename(file) !== 'ephemeral-container.ts')).toEqual([]);
});
