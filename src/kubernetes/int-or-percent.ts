/** A number of pods, or a share of them: `2` or `50%`. */
export interface IntOrPercent {
  readonly value: number;
  readonly percent: boolean;
}

/** The number or share that a field holds; nothing where it holds neither. A number in quotes is read, although the API server refuses it. */
export function intOrPercent(value: unknown): IntOrPercent | undefined {
  if (Number.isInteger(value)) { return { value: value as number, percent: false }; }
  const match = typeof value === 'string' ? /^(\d{1,9})(%?)$/.exec(value) : null;
  return match ? { value: Number(match[1]), percent: match[2] === '%' } : undefined;
}

/** How many of `total` pods that is; a share is rounded up, as Kubernetes does for disruption budgets. */
export function podsOf({ value, percent }: IntOrPercent, total: number): number {
  return percent ? Math.ceil((value * total) / 100) : value;
}
