import { Case } from './agreement';

/** Why we say something else than a label, for all cases that match. */
export interface Reason {
  readonly source: string;
  readonly ruleId: string;
  readonly cases: readonly string[];
  readonly reason: string;
}

const ABSENT_MINIMUM = 'An autoscaler without `minReplicas` goes down to 1: the default of the field. Polaris checks the field only where it is written.';
const EXACTLY_ALL = 'Pod Security restricted refuses every pod whose `drop` does not hold exactly `ALL`, and this rule is that check.';

/** Every disagreement has an entry, and every entry a disagreement. */
export const REASONS: readonly Reason[] = [
  {
    source: 'kyverno-best-practices',
    ruleId: 'require-drop-cap-net-raw',
    cases: ['Pod-drop-good'],
    reason: 'The pod drops `CAP_NET_RAW`. In manifests the `CAP_` of a capability must be left out; whether a runtime understands it all the same '
      + 'is its own affair, and Pod Security admission does not. The example keeps the capability wherever it is not understood.',
  },
  {
    source: 'kyverno-best-practices',
    ruleId: 'restrict-image-registries',
    cases: ['Pod-badpod01', 'Pod-badpod02', 'Pod-badpod03'],
    reason: 'The label assumes that only `eu.foo.io` and `bar.io` are trusted. Which registries a team trusts is a setting; without it, those are '
      + 'found where anybody may publish, and `registry.k8s.io` is none of them.',
  },
  { source: 'polaris', ruleId: 'hpaMinAvailability', cases: ['success.minReplicaAbsent'], reason: ABSENT_MINIMUM },
  { source: 'polaris', ruleId: 'pdbMinAvailableGreaterThanHPAMinReplicas', cases: ['success.no-min-replicas'], reason: ABSENT_MINIMUM },
  {
    source: 'polaris',
    ruleId: 'insecureCapabilities',
    cases: ['success', 'success.case', 'success.pod'],
    reason: `Polaris also accepts a list of 15 names in place of \`ALL\`. It goes out of date with every new capability, and ${EXACTLY_ALL}`,
  },
  { source: 'polaris', ruleId: 'insecureCapabilities', cases: ['success.all'], reason: `The pod drops \`All\`. ${EXACTLY_ALL}` },
  {
    source: 'polaris',
    ruleId: 'rolebindingRolePodExecAttach',
    cases: ['success.role_binding_cluster_role_binding'],
    reason: 'The binding gives a ClusterRole that may do everything, `pods/exec` included. The label is about the same check for Roles; for '
      + 'ClusterRoles Polaris has `rolebindingClusterRolePodExecAttach`, and we have one rule for both.',
  },
  { source: 'trivy', ruleId: 'KSV-0003', cases: ['good0'], reason: `The pod drops \`all\`. ${EXACTLY_ALL}` },
  {
    source: 'trivy',
    ruleId: 'KSV-0036',
    cases: ['good0'],
    reason: 'A pod that leaves `automountServiceAccountToken` out gets the token: the default of the field. Trivy finds only a written `true`; '
      + 'five other tools find this pod, too.',
  },
];

export function reasonFor({ source, ruleId, case: name }: Case): string | undefined {
  return REASONS.find((each) => each.source === source && each.ruleId === ruleId && each.cases.includes(name))?.reason;
}
