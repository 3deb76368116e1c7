const WIDTH = 80;

/** Lines of a text, broken between words. */
export function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= WIDTH) { lines[last] += ` ${word}`; } else { lines.push(' '.repeat(indent) + word); }
  }
  return lines;
}
