/** A resource as a rule spells it; whatever was not given as text is missing. */
export interface ApiResourceName {
  readonly apiGroup?: string;
  readonly resourceType?: string;
  /** Set when the resource is one object, even to something that is no name. */
  readonly resourceName?: unknown;
  /** Namespace of the object, when it says so itself. */
  readonly namespaceName?: string;
}

/** Resources that cdk8s-plus-27 misspells: a rule on them would match nothing. */
const MISSPELT = [
  { apiGroup: 'batch', resourceType: 'cronjob', plural: 'cronjobs' },
  { apiGroup: 'autoscaling', resourceType: 'horizontalpodautoscaler', plural: 'horizontalpodautoscalers' },
];

export function apiResourceOf(resource: unknown): ApiResourceName {
  const given = (typeof resource === 'object' && resource !== null ? resource : {}) as Record<string, unknown>;
  const apiGroup = given.apiGroup === 'core' ? '' : textOf(given.apiGroup); // cdk8s says core, RBAC says ''
  const resourceType = textOf(given.resourceType);
  const misspelt = MISSPELT.find((row) => row.apiGroup === apiGroup && row.resourceType === resourceType);
  const metadata = given.metadata as { namespace?: unknown } | undefined;
  return {
    apiGroup,
    resourceType: misspelt?.plural ?? resourceType,
    resourceName: given.resourceName ?? undefined,
    namespaceName: textOf(metadata?.namespace),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
