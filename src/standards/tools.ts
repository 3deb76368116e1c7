/** Tools whose checks a rule may be equivalent to. */
export const TOOLS = ['kube-linter', 'kube-score', 'polaris', 'kubesec', 'trivy', 'kubescape', 'checkov', 'kyverno', 'pss'] as const;

export type Tool = (typeof TOOLS)[number];

/** Ids of the same check in other tools, as they spell them. */
export type Equivalents = Readonly<Partial<Record<Tool, readonly string[]>>>;
