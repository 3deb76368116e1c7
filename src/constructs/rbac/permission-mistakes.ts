import { Grant } from './grant';
import { Permission } from './permission';
import { Verb } from './verb';
import { dnsLabelProblem } from '../../kubernetes/names';
import { CLUSTER_SCOPED_RESOURCES, VERBS_IN_A_ROLE } from '../../standards/rbac/cluster-scoped-resources';
import { PropCheck } from '../validation/prop-check';

const VERBS: unknown[] = Object.values(Verb);
const API_GROUP = /^(\*|([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?)$/;
const RESOURCE = /^(\*|[a-z0-9]([-a-z0-9.]*[a-z0-9])?)(\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$/;
const SUBRESOURCE = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** What is wrong with a grant, dangers aside: it would not be what was meant, or Kubernetes would refuse it. */
export function mistakesOf(grant: Partial<Grant>, permission: Permission, prop: string): PropCheck[] {
  const { resource, rule } = permission;
  const { verbs, resourceNames, subresource, namespaceName, clusterWide } = grant;
  const unknownVerbs = Array.isArray(verbs) ? verbs.filter((verb) => !VERBS.includes(verb)) : [];
  const unlimited = rule.verbs.filter((verb) => verb === Verb.DELETE_COLLECTION || (verb === Verb.CREATE && !createsByName(permission)));
  return [
    {
      when: !RESOURCE.test(resource.resourceType ?? ''),
      prop: `${prop}.resource.resourceType`,
      given: resource.resourceType,
      allowed: 'a plural in lower case such as pods, or pods/log: a constant of kplus.ApiResource, or a construct',
      because: resource.resourceType?.endsWith('/*') ? 'Kubernetes has no wildcard for subresources, the rule would match nothing' : undefined,
    },
    {
      when: !API_GROUP.test(resource.apiGroup ?? '-'),
      prop: `${prop}.resource.apiGroup`,
      given: resource.apiGroup,
      allowed: 'an API group without its version, such as apps, or the empty text for the core group',
    },
    { when: !Array.isArray(verbs) || verbs.length === 0, prop: `${prop}.verbs`, given: verbs, allowed: 'a list of at least one Verb' },
    { when: unknownVerbs.length > 0, prop: `${prop}.verbs`, given: unknownVerbs, allowed: `among ${VERBS.join(', ')}` },
    ...nameMistakes(resourceNames, permission, prop),
    {
      when: rule.resourceNames.length > 0 && unlimited.length > 0,
      prop: `${prop}.verbs`,
      given: unlimited,
      allowed: `a grant of its own, without resourceNames, for ${unlimited.join(' and ')}`,
      because: 'these requests carry no name, so that a rule with names never allows them',
    },
    {
      when: subresource !== undefined && (typeof subresource !== 'string' || !SUBRESOURCE.test(subresource)),
      prop: `${prop}.subresource`,
      given: subresource,
      allowed: 'one subresource in lower case, such as log',
    },
    {
      when: Boolean(subresource) && Boolean(resource.resourceType?.includes('/')),
      prop: `${prop}.subresource`,
      given: subresource,
      allowed: `missing, as ${resource.resourceType} has its subresource already`,
    },
    {
      when: namespaceName !== undefined && dnsLabelProblem(namespaceName) !== undefined,
      prop: `${prop}.namespaceName`,
      given: namespaceName,
      allowed: `a name of ${dnsLabelProblem('')}`,
    },
    {
      when: clusterWide !== undefined && typeof clusterWide !== 'boolean',
      prop: `${prop}.clusterWide`,
      given: clusterWide,
      allowed: 'true or false',
    },
    {
      when: permission.clusterWide && namespaceName !== undefined,
      prop: `${prop}.namespaceName`,
      given: namespaceName,
      allowed: 'missing, as clusterWide holds in every namespace',
    },
    ...scopeMistakes(permission, prop),
  ];
}

function nameMistakes(resourceNames: unknown, { resource }: Permission, prop: string): PropCheck[] {
  return [
    {
      when: resourceNames !== undefined && !areNames(resourceNames),
      prop: `${prop}.resourceNames`,
      given: resourceNames,
      allowed: 'a list of at least one name',
      because: 'to Kubernetes an empty list means all objects, an empty name means requests without one, and * is not a wildcard here',
    },
    {
      when: resource.resourceName !== undefined && !areNames([resource.resourceName]),
      prop: `${prop}.resource.resourceName`,
      given: resource.resourceName,
      allowed: 'a name',
    },
    {
      when: resourceNames !== undefined && resource.resourceName !== undefined,
      prop: `${prop}.resourceNames`,
      given: resourceNames,
      allowed: 'missing, as the resource is one object already',
    },
  ];
}

function areNames(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0 && list.every((name) => typeof name === 'string' && !['', '*'].includes(name));
}

function scopeMistakes({ rule, resource, clusterWide, namespace }: Permission, prop: string): PropCheck[] {
  if (clusterWide) { return []; }
  const [apiGroup] = rule.apiGroups;
  const type = resource.resourceType?.split('/', 1)[0] ?? '';
  const outsideNamespaces = CLUSTER_SCOPED_RESOURCES.some((row) => [row.apiGroup, '*'].includes(apiGroup) && row.resources.includes(type));
  if (!outsideNamespaces) {
    return [{
      when: ![undefined, namespace].includes(resource.namespaceName),
      prop: `${prop}.namespaceName`,
      given: namespace,
      allowed: `${resource.namespaceName}, where the resource is`,
      because: 'the Role would name an object that is not in its namespace',
    }];
  }
  const inRole = VERBS_IN_A_ROLE.find((row) => row.resource === type);
  const reached = inRole !== undefined && rule.verbs.every((verb) => inRole.verbs.includes(verb))
    && (!inRole.ownNamespaceOnly || rule.resourceNames.every((name) => name === namespace));
  return [{
    when: !reached,
    prop: `${prop}.clusterWide`,
    given: false,
    allowed: `true for ${type}`,
    because: inRole
      ? `a Role gives ${inRole.verbs.join(', ')} on it at most${inRole.ownNamespaceOnly ? ', and only on its own namespace' : ''}`
      : 'it lives outside of namespaces, where a Role gives nothing',
  }];
}

// Calls of subresources carry the name of the object, and so does the creation by a server-side apply, which is a patch.
function createsByName({ rule }: Permission): boolean {
  return rule.resources.some((resource) => resource.includes('/')) || rule.verbs.includes(Verb.PATCH);
}
