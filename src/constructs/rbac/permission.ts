import { ApiResourceName, apiResourceOf } from './api-resource';
import { Grant } from './grant';
import { PolicyRule } from '../../kubernetes/rbac';

/** A grant as the rule it becomes, with where the rule holds. */
export interface Permission {
  readonly rule: Required<PolicyRule>;
  readonly resource: ApiResourceName;
  readonly clusterWide: boolean;
  /** Namespace of the Role; missing cluster-wide, and when the account has none. */
  readonly namespace?: string;
}

/**
 * Reads what it can of a grant; what is wrong with it is for `mistakesOf`.
 *
 * @param accountNamespace namespace of the service account
 */
export function permissionOf(grant: Partial<Grant>, accountNamespace: string | undefined): Permission {
  const resource = apiResourceOf(grant.resource);
  const clusterWide = grant.clusterWide === true;
  const [subresource] = texts([grant.subresource]);
  const names = grant.resourceNames ?? (resource.resourceName === undefined ? [] : [resource.resourceName]);
  return {
    rule: {
      apiGroups: texts([resource.apiGroup]),
      resources: texts([resource.resourceType]).map((type) => subresource ? `${type}/${subresource}` : type),
      verbs: texts(grant.verbs),
      resourceNames: texts(names),
    },
    resource,
    clusterWide,
    namespace: clusterWide ? undefined : texts([grant.namespaceName])[0] ?? accountNamespace,
  };
}

/** As a sentence would have it: `get, list on secrets named db in namespace shop`. */
export function describe({ rule, clusterWide, namespace }: Permission): string {
  const names = rule.resourceNames.length > 0 ? ` named ${rule.resourceNames.join(', ')}` : '';
  const group = rule.apiGroups[0] ? `.${rule.apiGroups[0]}` : '';
  const where = clusterWide ? 'in the whole cluster' : `in namespace ${namespace ?? '(none)'}`;
  return `${rule.verbs.join(', ')} on ${rule.resources.join()}${group}${names} ${where}`;
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? [...new Set(list.filter((item): item is string => typeof item === 'string'))] : [];
}
