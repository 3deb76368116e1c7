/**
 * Scanners of manifests that can be told in the manifest what was accepted.
 */
export enum Scanner {
  /** `checkov.io/skip1: CKV_K8S_16=reason`. */
  CHECKOV = 'checkov',
  /** `ignore-check.kube-linter.io/privileged-container: reason`. */
  KUBE_LINTER = 'kube-linter',
  /** `kube-score/ignore: container-security-context-privileged`; it has no place for a reason. */
  KUBE_SCORE = 'kube-score',
  /** `kubescape.io/skip-controls: C-0057`, with one reason and one expiry for all of them. From version 4 on. */
  KUBESCAPE = 'kubescape',
  /** `polaris.fairwinds.com/runAsPrivileged-exempt: "true"`; it has no place for a reason. */
  POLARIS = 'polaris',
}
