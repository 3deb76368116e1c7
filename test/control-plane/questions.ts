import { Client, KubernetesObject } from './client';

/** Something that somebody may or may not be allowed to do: to a resource, or to a path that is none. */
export interface Question {
  readonly verb: string;
  /** A path outside the resources, such as `/metrics`; then nothing below is given. */
  readonly path?: string;
  readonly group?: string;
  /** Plural name, with its subresource if it is one: `pods`, `pods/exec`. */
  readonly resource?: string;
  /** Absent: in all namespaces, or on a resource that is in none. */
  readonly namespace?: string;
  /** Absent: on no object in particular. */
  readonly name?: string;
}

type Deed = Pick<Question, 'verb' | 'group' | 'resource'>;

/** A namespace that no example writes to. */
const FOREIGN_NAMESPACE = 'kube-system';
/** A name that no rule grants. */
const FOREIGN_NAME = 'not-granted';

const IN_ROLES = { group: 'rbac.authorization.k8s.io', verbs: ['bind', 'escalate'] };
const IMPERSONATION = ['impersonate'];
const KUBELET = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** What RBAC is asked although discovery does not tell of it. */
const UNSERVED: { group: string; resources: string[]; verbs: string[] }[] = [
  { group: '*', resources: ['*'], verbs: ['*'] },
  { ...IN_ROLES, resources: ['roles', 'clusterroles'] },
  { group: '', resources: ['users', 'groups', 'serviceaccounts'], verbs: IMPERSONATION },
  { group: 'authentication.k8s.io', resources: ['uids', 'userextras/scopes'], verbs: IMPERSONATION },
  { group: 'certificates.k8s.io', resources: ['signers'], verbs: ['approve', 'sign', 'attest'] },
  // the kubelet's own API
  { group: '', resources: ['checkpoint', 'configz', 'healthz', 'log', 'metrics', 'pods', 'spec', 'stats'].map((part) => `nodes/${part}`), verbs: KUBELET },
];

/**
 * Every question that matters to manifests: each verb on each resource and subresource that the
 * server serves, that RBAC knows beyond those or that a rule names; in each of the manifests'
 * namespaces, in a foreign one and in all; and by name where a rule goes by name.
 */
export async function questionsAbout(client: Client, objects: KubernetesObject[]): Promise<Question[]> {
  const rules: any[] = objects.flatMap((object) => object.rules ?? []);
  const namespaces = [...new Set([...objects.flatMap(({ metadata }) => metadata.namespace ?? []), FOREIGN_NAMESPACE]), undefined];
  const deeds = distinct([
    ...(await client.served()).flatMap(({ group, resource, verbs }) => deedsOn([group], [resource], verbs)),
    ...UNSERVED.flatMap(({ group, resources, verbs }) => deedsOn([group], resources, verbs)),
    ...rules.flatMap(({ apiGroups = [], resources = [], verbs }) => deedsOn(apiGroups, resources, verbs)),
  ]);
  const { body: { paths } } = await client.request('GET', '/');
  return [
    ...deeds.flatMap((deed) => namespaces.flatMap((namespace) => namesIn(rules, deed).map((name) => ({ ...deed, namespace, name })))),
    ...paths.flatMap((path: string) => ['get', 'post'].map((verb) => ({ verb, path }))),
  ];
}

/** `get pods/log api in shop`, `list nodes in the cluster`, `get /metrics`. */
export function asText({ verb, path, group, resource, namespace, name }: Question): string {
  if (path !== undefined) { return `${verb} ${path}`; }
  const words = [verb, group ? `${resource}.${group}` : resource, name, 'in', namespace ?? 'the cluster'];
  return words.filter((word) => word !== undefined).join(' ');
}

function deedsOn(groups: string[], resources: string[], verbs: string[]): Deed[] {
  return groups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => ({ verb, group, resource }))));
}

function distinct(deeds: Deed[]): Deed[] {
  return [...new Map(deeds.map((deed) => [asText(deed), deed])).values()];
}

/** No name; and where some rule goes by name on this resource, each of the names and a foreign one. */
function namesIn(rules: any[], { group, resource }: Deed): (string | undefined)[] {
  const names: string[] = rules
    .filter(({ apiGroups = [], resources = [] }) => apiGroups.some((of: string) => of === group || of === '*')
      && resources.some((of: string) => of === resource || of.startsWith('*')))
    .flatMap(({ resourceNames = [] }) => resourceNames);
  return names.length === 0 ? [undefined] : [undefined, ...new Set(names), FOREIGN_NAME];
}
