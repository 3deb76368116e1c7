import { Position } from '../kubernetes/manifest-object';

/** Offsets of a text as lines and columns. The table is made at the first question: most files have no finding. */
export class LineTable {
  private starts: readonly number[] | undefined;

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

/** A line ends at a line feed or, where none follows, at a carriage return. */
function lineStarts(text: string): number[] {
  const starts = [0];
  let carriageReturn = text.indexOf('\r');
  for (let lineFeed = text.indexOf('\n'); ; lineFeed = text.indexOf('\n', lineFeed + 1)) {
    const end = lineFeed === -1 ? text.length : lineFeed;
    while (carriageReturn !== -1 && carriageReturn < end) {
      if (carriageReturn + 1 !== lineFeed) { starts.push(carriageReturn + 1); }
      carriageReturn = text.indexOf('\r', carriageReturn + 1);
    }
    if (lineFeed === -1) { return starts; }
    starts.push(lineFeed + 1);
  }
}
