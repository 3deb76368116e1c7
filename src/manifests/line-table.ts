import { Position } from '../kubernetes/manifest-object';

/** Offsets of a text as lines and columns. The table is made at the first question: most files have no finding. */
export class LineTable {
  private starts: number[] | undefined;

  public constructor(private readonly text: string) {}

  public position(offset: number): Position {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle] <= offset) { low = middle; } else { high = middle - 1; }
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const lineBreak of text.matchAll(/\r\n?|\n/g)) { starts.push(lineBreak.index + lineBreak[0].length); }
  return starts;
}
