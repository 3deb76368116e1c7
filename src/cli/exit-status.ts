/** What the exit status says. */
export enum ExitStatus {
  /** Everything was judged, and no finding is as bad as the threshold. */
  PASSED = 0,
  /** Everything was judged; there are findings. */
  FOUND = 1,
  /** Bad usage, input that could not be judged, or an internal error. Never a pass. */
  FAILED = 2,
}
