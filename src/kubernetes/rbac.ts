/**
 * What an RBAC rule allows, read as the API server reads it: `*` stands for every verb, group or
 * resource (subresources included), `pods` is not `pods/exec`, and the only other wildcard is one in
 * front of a subresource, as in `*` + `/exec`; `pods/*` stands for nothing.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */

/** One rule of a Role or ClusterRole; whatever is not a list of texts counts as an empty list. */
export interface PolicyRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  /** Without names the rule is for all objects. */
  readonly resourceNames?: readonly string[];
}

/** A set of requests; a list that is left out stands for all of them. */
export interface RequestPattern {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  /** Rules that name their objects are not meant. */
  readonly harmlessWhenNamed?: boolean;
  /** Rules for other namespaces are not meant; rules for the whole cluster always are. */
  readonly namespaces?: readonly string[];
  /** Only rules that hold a wildcard are meant. */
  readonly wildcard?: boolean;
}

/**
 * Whether a rule allows any request of a pattern.
 *
 * @param namespace where the rule holds; without it in the whole cluster
 */
export function allowsAny(rule: PolicyRule, pattern: RequestPattern, namespace?: string): boolean {
  const verbs = texts(rule.verbs);
  const apiGroups = texts(rule.apiGroups);
  const resources = texts(rule.resources);
  const hit = (granted: string[], wanted: readonly string[] | undefined, covers: (granted: string, wanted: string) => boolean) =>
    granted.some((one) => wanted === undefined || wanted.some((other) => covers(one, other)));
  return hit(verbs, pattern.verbs, coversText)
    && hit(apiGroups, pattern.apiGroups, coversText)
    && hit(resources, pattern.resources, coversResource)
    && reachesNames(texts(rule.resourceNames), pattern)
    && (pattern.namespaces === undefined || namespace === undefined || pattern.namespaces.includes(namespace))
    && (!pattern.wildcard || [...verbs, ...apiGroups, ...resources].some((text) => text.startsWith('*')));
}

function coversText(granted: string, wanted: string): boolean {
  return granted === '*' || granted === wanted;
}

function coversResource(granted: string, wanted: string): boolean {
  const [, subresource] = wanted.split('/', 2);
  return coversText(granted, wanted) || (subresource !== undefined && granted === `*/${subresource}`);
}

// A request without a name (create, list) has the name '', which a rule may hold among its names.
function reachesNames(names: string[], pattern: RequestPattern): boolean {
  if (names.length === 0 || names.includes('')) { return true; }
  return !pattern.harmlessWhenNamed && (pattern.resourceNames === undefined || names.some((name) => pattern.resourceNames?.includes(name)));
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}
