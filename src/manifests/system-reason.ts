/** What the operating system said, without its code and path: `permission denied`. */
export function systemReason(error: unknown): string {
  const message = String((error as { message?: unknown } | undefined)?.message ?? error);
  return /^E[A-Z0-9]+: ([^,]+),/.exec(message)?.[1] ?? message;
}
