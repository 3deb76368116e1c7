import { CONTROLS } from './controls';

/** Tools whose checks a rule may be equivalent to. */
export const TOOLS = ['kube-linter', 'kube-score', 'polaris', 'kubesec', 'trivy', 'kubescape', 'checkov', 'kyverno', 'pss'] as const;

export type Tool = (typeof TOOLS)[number];

type ChecksOf<T extends Tool, Control = (typeof CONTROLS)[number]> =
  Control extends { readonly checks: { readonly [tool in T]: readonly (infer Id extends string)[] } } ? Id : never;

/** Ids of the same check in other tools, as they spell them. One part of a check is `<check>/<part>`. */
export type Equivalents = { readonly [T in Tool]?: readonly (ChecksOf<T> | `${ChecksOf<T>}/${string}`)[] };
