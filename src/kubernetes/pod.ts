import { fieldPath } from './field-path';
import { KubernetesObject, PlainObject, isMap, listAt, mapAt, quoted, textAt, valueAt } from './object';

/** A kind whose objects run pods, and where the pod (its `metadata` and `spec`) stands in them. */
export interface PodBearer {
  readonly kind: string;
  readonly apiVersion: string;
  /** Plural, as in the URLs of the API server. */
  readonly resource: string;
  readonly pod: readonly string[];
}

/** One more row makes every rule about pods see one more kind. */
export const POD_BEARERS: readonly PodBearer[] = [
  { kind: 'Pod', apiVersion: 'v1', resource: 'pods', pod: [] },
  { kind: 'PodTemplate', apiVersion: 'v1', resource: 'podtemplates', pod: ['template'] },
  { kind: 'ReplicationController', apiVersion: 'v1', resource: 'replicationcontrollers', pod: ['spec', 'template'] },
  { kind: 'Deployment', apiVersion: 'apps/v1', resource: 'deployments', pod: ['spec', 'template'] },
  { kind: 'StatefulSet', apiVersion: 'apps/v1', resource: 'statefulsets', pod: ['spec', 'template'] },
  { kind: 'DaemonSet', apiVersion: 'apps/v1', resource: 'daemonsets', pod: ['spec', 'template'] },
  { kind: 'ReplicaSet', apiVersion: 'apps/v1', resource: 'replicasets', pod: ['spec', 'template'] },
  { kind: 'Job', apiVersion: 'batch/v1', resource: 'jobs', pod: ['spec', 'template'] },
  { kind: 'CronJob', apiVersion: 'batch/v1', resource: 'cronjobs', pod: ['spec', 'jobTemplate', 'spec', 'template'] },
];

export const POD_BEARING_KINDS: readonly string[] = POD_BEARERS.map((bearer) => bearer.kind);

/** The lists of a pod's spec that hold containers. */
export const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** `sidecar`: an init container that keeps running (`restartPolicy: Always`). */
export type ContainerRole = 'app' | 'init' | 'sidecar' | 'ephemeral';

export interface Container {
  readonly name: string;
  readonly role: ContainerRole;
  readonly spec: PlainObject;
  readonly path: string;
}

export interface Pod {
  /** Of the map that holds `metadata` and `spec`; empty for a Pod. */
  readonly path: string;
  readonly spec: PlainObject;
  readonly specPath: string;
  readonly metadata: PlainObject;
  readonly metadataPath: string;
  /** In the order of the manifest: containers, init containers and sidecars, ephemeral containers. */
  readonly containers: readonly Container[];
}

const NOTHING: PlainObject = Object.freeze({});
const bearers = new Map(POD_BEARERS.map((bearer) => [bearer.kind, bearer]));

/** Many rules ask for the pod of one object in a row. A WeakMap of all would cost more in garbage collection than it saves. */
let latest: { readonly object: KubernetesObject; readonly pod: Pod | undefined } | undefined;

/** The kind's row in the table; whatever its API group, because an unknown group is no reason to look away. */
export function podBearer(kind: string): PodBearer | undefined {
  return bearers.get(kind);
}

/** The pod that an object is or makes. */
export function podOf(object: KubernetesObject): Pod | undefined {
  if (latest?.object !== object) { latest = { object, pod: locatePod(object) }; }
  return latest.pod;
}

/** The containers of a pod, all of them or those in some roles. */
export function containersOf(pod: Pod, ...roles: readonly ContainerRole[]): readonly Container[] {
  return roles.length === 0 ? pod.containers : pod.containers.filter((container) => roles.includes(container.role));
}

/** `container "app"`, `init container "migrate"`: how a person would call it. */
export function describeContainer(container: Container): string {
  const role = container.role === 'app' ? '' : `${container.role} `;
  return `${role}container ${container.name === '' ? `at ${container.path}` : quoted(container.name)}`;
}

function locatePod(object: KubernetesObject): Pod | undefined {
  const bearer = podBearer(object.kind);
  const spec = bearer && mapAt(object, ...bearer.pod, 'spec');
  if (!bearer || !spec) { return undefined; }
  const path = fieldPath('', bearer.pod);
  const specPath = fieldPath(path, ['spec']);
  return Object.freeze({
    path,
    spec,
    specPath,
    metadata: mapAt(object, ...bearer.pod, 'metadata') ?? NOTHING,
    metadataPath: fieldPath(path, ['metadata']),
    containers: Object.freeze(CONTAINER_LISTS.flatMap((list) => containersIn(spec, list, specPath))),
  });
}

function containersIn(podSpec: PlainObject, list: (typeof CONTAINER_LISTS)[number], specPath: string): Container[] {
  return listAt(podSpec, list).flatMap((spec, index) => (isMap(spec)
    ? [Object.freeze({ name: textAt(spec, 'name') ?? '', role: roleOf(spec, list), spec, path: fieldPath(specPath, [list, index]) })]
    : []));
}

function roleOf(spec: PlainObject, list: (typeof CONTAINER_LISTS)[number]): ContainerRole {
  switch (list) {
    case 'containers': return 'app';
    case 'initContainers': return valueAt(spec, 'restartPolicy') === 'Always' ? 'sidecar' : 'init';
    case 'ephemeralContainers': return 'ephemeral';
  }
}
