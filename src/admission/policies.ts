import { CONTAINER_LISTS, POD_BEARERS, PodBearer, podBearer } from '../kubernetes/pod';
import { AdmissionCondition } from '../rules/check';
import { Rule, checkFor } from '../rules/rule';

/** The first minor version of Kubernetes with `admissionregistration.k8s.io/v1` for ValidatingAdmissionPolicy. */
export const FIRST_KUBERNETES_WITH_POLICIES = 30;

/** An object to apply to the cluster. */
export interface AdmissionObject {
  readonly apiVersion: 'admissionregistration.k8s.io/v1';
  readonly kind: 'ValidatingAdmissionPolicy' | 'ValidatingAdmissionPolicyBinding';
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface AdmissionOptions {
  /** What the API server does with a breach: `Deny`, `Warn`, `Audit`. @default - Deny */
  readonly validationActions?: readonly string[];
  /** Namespaces where nothing is enforced. @default - kube-system, whose pods are the node's own business */
  readonly exemptNamespaces?: readonly string[];
}

/**
 * The rules as policies of the API server, each with its binding: what was never checked before is refused too.
 * Rules that need to see several objects have none.
 *
 * @param kubernetesVersion minor version of the API server, 30 or later
 */
export function renderAdmission(rules: readonly Rule[], kubernetesVersion: number, options: AdmissionOptions = {}): AdmissionObject[] {
  if (kubernetesVersion < FIRST_KUBERNETES_WITH_POLICIES) {
    throw new Error(`ValidatingAdmissionPolicy needs Kubernetes 1.${FIRST_KUBERNETES_WITH_POLICIES} or later, not 1.${kubernetesVersion}`);
  }
  return rules.flatMap((rule) => {
    const { kinds, admission } = checkFor(rule, kubernetesVersion) ?? {};
    const bearers = (kinds ?? []).map(podBearer).filter((bearer) => bearer !== undefined);
    return admission && bearers.length > 0 ? [policy(rule, bearers, admission), binding(rule, options)] : [];
  });
}

function policy(rule: Rule, bearers: readonly PodBearer[], conditions: readonly AdmissionCondition[]): AdmissionObject {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: metadata(rule),
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: { resourceRules: resourceRules(bearers) },
      matchConditions: [{ name: 'changes-what-runs', expression: CHANGES_WHAT_RUNS }],
      variables: VARIABLES,
      validations: conditions.map((condition) => validation(rule, condition)),
    },
  };
}

function binding(rule: Rule, { validationActions = ['Deny'], exemptNamespaces = ['kube-system'] }: AdmissionOptions): AdmissionObject {
  const namespaceSelector = { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: exemptNamespaces }] };
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: metadata(rule),
    spec: {
      policyName: metadata(rule).name,
      validationActions,
      ...exemptNamespaces.length > 0 && { matchResources: { namespaceSelector } },
    },
  };
}

function metadata({ id }: Rule): AdmissionObject['metadata'] {
  return { name: `bulwark-${id}`, labels: { 'app.kubernetes.io/managed-by': 'cdk8s-bulwark' } };
}

function validation({ id }: Rule, { holds, message, culprits }: AdmissionCondition): Record<string, string> {
  const text = `${id}: ${message}`;
  return {
    expression: holds,
    message: text,
    ...culprits && { messageExpression: `${celText(`${text}, but not so in `)} + ${culprits}.join(', ')` },
    reason: 'Forbidden',
  };
}

/** Who may not edit a pod template may still remove a finalizer, and a debug container is a container. */
const CHANGES_WHAT_RUNS = [
  "request.operation == 'CREATE'",
  'dyn(object).?spec != dyn(oldObject).?spec',
  'dyn(object).?template != dyn(oldObject).?template',
].join(' || ');

/** `dyn`, because each kind has its own type, and the API server would warn of the fields that the others have. */
const VARIABLES = [
  { name: 'template', expression: templateOf(POD_BEARERS) },
  { name: 'podMetadata', expression: 'variables.template.?metadata.orValue({})' },
  { name: 'pod', expression: 'variables.template.?spec.orValue({})' },
  { name: 'containers', expression: CONTAINER_LISTS.map((list) => `variables.pod.?${list}.orValue([])`).join(' + ') },
];

/** `object.kind == 'CronJob' ? dyn(object).spec.jobTemplate.spec.template : …` */
function templateOf(bearers: readonly PodBearer[]): string {
  const kindsByPath = new Map<string, string[]>();
  for (const { kind, pod } of bearers) {
    const path = ['dyn(object)', ...pod].join('.');
    kindsByPath.set(path, [...kindsByPath.get(path) ?? [], kind]);
  }
  const [[last], ...others] = [...kindsByPath].sort(([, some], [, more]) => more.length - some.length);
  return others.reduceRight((otherwise, [path, kinds]) => `${kinds.map((kind) => `object.kind == '${kind}'`).join(' || ')} ? ${path} : (${otherwise})`, last);
}

function resourceRules(bearers: readonly PodBearer[]): object[] {
  const byApi = new Map<string, string[]>();
  for (const { apiVersion, kind, resource } of bearers) {
    byApi.set(apiVersion, [...byApi.get(apiVersion) ?? [], resource, ...kind === 'Pod' ? [`${resource}/ephemeralcontainers`] : []]);
  }
  return [...byApi].map(([apiVersion, resources]) => {
    const [version, group = ''] = apiVersion.split('/').reverse();
    return { apiGroups: [group], apiVersions: [version], operations: ['CREATE', 'UPDATE'], resources };
  });
}

function celText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
