/** The same numbers in every run. */
export class Random {
  public constructor(private state: number) {}

  /** From 0 to the limit, without it. */
  public below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % limit;
  }

  public chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  public pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }
}
