/** The words that somebody may have meant, likeliest first. */
export function similar(word: string, words: readonly string[]): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return words
    .map((other) => ({ other, distance: word.length > 2 && other.includes(word) ? 0 : distance(word, other) }))
    .filter((each) => each.distance <= limit)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ other }) => other);
}

/** `; did you mean "a" or "b"?`, or nothing. */
export function didYouMean(word: string, words: readonly string[]): string {
  const meant = similar(word, words).map((each) => `"${each}"`);
  return meant.length === 0 ? '' : `; did you mean ${meant.join(' or ')}?`;
}

/** How many letters to add, remove, change or swap with the next. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) { row[j] = Math.min(row[j], before[j - 2] + 1); }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}
