import { ApiResource, apiResource } from '../kubernetes/api-resource';
import { CONTAINER_LISTS, POD_BEARERS, podBearer } from '../kubernetes/pod';
import { AdmissionCondition, Check } from '../rules/check';
import { Rule, checkFor } from '../rules/rule';

/** The first minor version of Kubernetes with ValidatingAdmissionPolicy in `admissionregistration.k8s.io/v1`. */
export const FIRST_KUBERNETES_WITH_POLICIES = 30;

/** An object to apply to the cluster. */
export interface AdmissionObject {
  readonly apiVersion: 'admissionregistration.k8s.io/v1';
  readonly kind: 'ValidatingAdmissionPolicy' | 'ValidatingAdmissionPolicyBinding';
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface AdmissionOptions {
  /** What the API server does about a breach: `Deny`, `Warn`, `Audit`. @default - Deny */
  readonly validationActions?: readonly string[];
  /** Namespaces where nothing is enforced. @default - kube-system, where the node's own pods run */
  readonly exemptNamespaces?: readonly string[];
}

/**
 * The rules as policies of the API server, each with its binding, so that what was never checked is refused too.
 * Rules that need to see several objects have none.
 *
 * @param kubernetesVersion minor version of the API server, 30 or later
 */
export function renderAdmission(rules: readonly Rule[], kubernetesVersion: number, options: AdmissionOptions = {}): AdmissionObject[] {
  if (kubernetesVersion < FIRST_KUBERNETES_WITH_POLICIES) {
    throw new RangeError(`ValidatingAdmissionPolicy needs Kubernetes 1.${FIRST_KUBERNETES_WITH_POLICIES} or later, not 1.${kubernetesVersion}`);
  }
  return rules.flatMap((rule) => {
    const { kinds, admission } = checkFor(rule, kubernetesVersion) ?? {};
    return kinds && admission ? [policyOf(rule, kinds, admission), bindingOf(rule, options)] : [];
  });
}

function policyOf(rule: Rule, kinds: NonNullable<Check['kinds']>, conditions: readonly AdmissionCondition[]): AdmissionObject {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: metadataOf(rule),
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: { resourceRules: resourceRules(kinds.map((kind) => resourceOf(kind, rule))) },
      matchConditions: [kinds.every(podBearer) ? WHAT_RUNS_CHANGES : NOT_BEING_DELETED],
      ...kinds.some(podBearer) && { variables: POD_VARIABLES },
      validations: conditions.map((condition) => validationOf(rule, condition)),
    },
  };
}

function bindingOf(rule: Rule, { validationActions = ['Deny'], exemptNamespaces = ['kube-system'] }: AdmissionOptions): AdmissionObject {
  const namespaceSelector = { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: exemptNamespaces }] };
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: metadataOf(rule),
    spec: {
      policyName: metadataOf(rule).name,
      validationActions,
      ...exemptNamespaces.length > 0 && { matchResources: { namespaceSelector } },
    },
  };
}

function metadataOf({ id }: Rule): AdmissionObject['metadata'] {
  return { name: `bulwark-${id}`, labels: { 'app.kubernetes.io/managed-by': 'cdk8s-bulwark' } };
}

function validationOf({ id }: Rule, { holds, message, culprits }: AdmissionCondition): Record<string, string> {
  const text = `${id}: ${message}`;
  return {
    expression: holds,
    message: text,
    ...culprits && { messageExpression: `${celText(`${text}, but not so in `)} + ${culprits}.join(', ')` },
    reason: 'Forbidden',
  };
}

/** Whoever only removes a finalizer, or sets a label, is not asked to mend the pod. */
const WHAT_RUNS_CHANGES = {
  name: 'what-runs-changes',
  expression: "request.operation == 'CREATE' || dyn(object).?spec != dyn(oldObject).?spec || dyn(object).?template != dyn(oldObject).?template",
};

const NOT_BEING_DELETED = { name: 'not-being-deleted', expression: '!object.metadata.?deletionTimestamp.hasValue()' };

const POD_VARIABLES = [
  { name: 'template', expression: templateOfEveryKind() },
  { name: 'podMetadata', expression: 'variables.template.?metadata.orValue({})' },
  { name: 'pod', expression: 'variables.template.?spec.orValue({})' },
  { name: 'containers', expression: CONTAINER_LISTS.map((list) => `variables.pod.?${list}.orValue([])`).join(' + ') },
];

/** `dyn`, because every kind has a type of its own, and the API server would warn of the fields that only the others have. */
function templateOfEveryKind(): string {
  const kindsByPath = new Map<string, string[]>();
  for (const { kind, pod } of POD_BEARERS) {
    const path = ['dyn(object)', ...pod].join('.');
    kindsByPath.set(path, [...kindsByPath.get(path) ?? [], kind]);
  }
  const [[ofMost], ...others] = [...kindsByPath].sort(([, some], [, more]) => more.length - some.length);
  return others.reduce((otherwise, [path, [kind]]) => `object.kind == '${kind}' ? ${path} : (${otherwise})`, ofMost);
}

function resourceRules(resources: readonly ApiResource[]): object[] {
  const byApi = new Map<string, string[]>();
  for (const { apiVersion, resource, subresources = [] } of resources) {
    byApi.set(apiVersion, [...byApi.get(apiVersion) ?? [], resource, ...subresources.map((subresource) => `${resource}/${subresource}`)]);
  }
  return [...byApi].map(([apiVersion, names]) => {
    const [version, group = ''] = apiVersion.split('/').reverse();
    return { apiGroups: [group], apiVersions: [version], operations: ['CREATE', 'UPDATE'], resources: names };
  });
}

function resourceOf(kind: string, { id }: Rule): ApiResource {
  const resource = apiResource(kind);
  if (!resource) { throw new Error(`rule ${id} is about ${kind}, of which no API resource is known`); }
  return resource;
}

function celText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
