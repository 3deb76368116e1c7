/**
 * A label selector as it stands in Deployments, Services (`matchLabels` only) or NetworkPolicies.
 */
export interface LabelSelectorLike {
  readonly matchLabels?: Record<string, string>;
  readonly matchExpressions?: readonly LabelSelectorRequirementLike[];
}

export interface LabelSelectorRequirementLike {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/**
 * Whether a selector selects an object with these labels: an empty selector selects everything, no
 * selector selects nothing, and so does one that the API server would refuse.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function matchesSelector(selector: LabelSelectorLike | undefined, labels: Record<string, string> | undefined): boolean {
  if (!isObject(selector)) { return false; }
  const { matchLabels = {}, matchExpressions = [] } = withoutNulls(selector);
  if (!isObject(matchLabels) || !Array.isArray(matchExpressions)) { return false; }
  const present = new Map<string, unknown>(isObject(labels) ? Object.entries(labels) : []);
  return Object.entries(matchLabels).every(([key, value]) => present.has(key) && present.get(key) === value)
    && matchExpressions.every((requirement) => isObject(requirement) && satisfies(requirement, present));
}

function satisfies({ key, operator, values }: LabelSelectorRequirementLike, labels: ReadonlyMap<string, unknown>): boolean {
  const wanted: readonly unknown[] = Array.isArray(values) ? values : [];
  switch (operator) {
    case 'In': return labels.has(key) && wanted.includes(labels.get(key));
    case 'NotIn': return wanted.length > 0 && !(labels.has(key) && wanted.includes(labels.get(key)));
    case 'Exists': return wanted.length === 0 && labels.has(key);
    case 'DoesNotExist': return wanted.length === 0 && !labels.has(key);
    default: return false;
  }
}

// In YAML an empty field is null, which the API server reads as absent.
function withoutNulls(selector: LabelSelectorLike): LabelSelectorLike {
  return { matchLabels: selector.matchLabels ?? undefined, matchExpressions: selector.matchExpressions ?? undefined };
}

function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null;
}
