/**
 * A permission that hands an attacker more than its name says.
 *
 * A permission is dangerous when one of the verbs, one of the API groups and one of the resources
 * come together; a list that is left out stands for all of them.
 */
export interface DangerousPermission {
  /** Id of the rule that refuses it, as an acknowledgement names it. Rows with one id are accepted together. */
  readonly rule: string;
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  /** Resources with their subresource: `pods/exec`. */
  readonly resources?: readonly string[];
  /** Only these objects are dangerous: a permission that names other ones is not. */
  readonly resourceNames?: readonly string[];
  /** A permission that names its objects is as narrow as it looks. */
  readonly harmlessWhenNamed?: true;
  /** Dangerous in these namespaces and across the cluster; with an empty list across the cluster only. */
  readonly namespaces?: readonly string[];
  /** Dangerous because it says `*`, whatever stands beside it. */
  readonly wildcard?: true;
  /** What an attacker who holds it does. */
  readonly attack: string;
  readonly sources: readonly string[];
}
