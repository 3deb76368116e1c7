/** The newest Kubernetes that the rules know, as the minor number: 37 is Kubernetes 1.37. */
export const LATEST_KUBERNETES = 37;

/** The minor number of `1.29`, `v1.29` or `1.29.3`; nothing for anything else. */
export function minorVersionOf(text: string): number | undefined {
  const match = /^v?1\.(0|[1-9]\d{0,2})(\.\d+)?$/.exec(text);
  return match ? Number(match[1]) : undefined;
}
