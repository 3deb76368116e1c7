/**
 * The Pod Security Standards.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export enum PodSecurityLevel {
  /** No restriction at all: a pod may take over the node. */
  PRIVILEGED = 'privileged',
  /** Known ways from a pod to the node are closed. */
  BASELINE = 'baseline',
  /** Current hardening practice; what HardenedDeployment passes. */
  RESTRICTED = 'restricted',
}
