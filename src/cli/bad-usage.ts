/** What the user has to put right before anything can be judged: every mistake at once, a line each. */
export class BadUsage extends Error {
  public constructor(public readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
