import { valueAt } from '../../kubernetes/object';

/** @see https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
export const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Where it stands. */
export const ENFORCE_PATH = `metadata.labels["${ENFORCE}"]`;

/** The Pod Security Standard that a Namespace enforces, as written. */
export function enforcedLevel(namespace: unknown): unknown {
  return valueAt(namespace, 'metadata', 'labels', ENFORCE);
}
