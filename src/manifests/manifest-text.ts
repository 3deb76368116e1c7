import { fieldSteps } from './field-path';
import { LineTable } from './line-table';
import { NodeTable } from './node-table';
import { Position } from '../kubernetes/manifest-object';

/** The text of one file, and where in it everything stands. */
export class ManifestText {
  public readonly nodes: NodeTable;
  private readonly lines: LineTable;

  public constructor(public readonly file: string, public readonly text: string) {
    this.nodes = new NodeTable(text);
    this.lines = new LineTable(text);
  }

  public at(offset: number): Position {
    return this.lines.position(offset);
  }

  /** Position of the field that a path leads to from a node, or of the nearest field above it that is written. */
  public position(root: number, path: string): Position {
    return this.at(this.offset(root, path));
  }

  /** The same as an offset. */
  public offset(root: number, path: string): number {
    const steps = fieldSteps(path);
    let node = root;
    let offset = this.nodes.offset(root);
    for (let at = 0; at < steps.length;) {
      const step = steps[at];
      if (typeof step === 'number') {
        const item = this.nodes.item(node, step);
        if (item === undefined) { break; }
        node = item;
        offset = this.nodes.offset(item);
        at++;
      } else {
        const next = this.fieldOf(node, steps, at);
        if (next === undefined) { break; }
        node = next.value;
        offset = this.nodes.offset(next.key);
        at += next.steps;
      }
    }
    return offset;
  }

  /** A label or an annotation may have dots in its name: then several steps are one field. */
  private fieldOf(node: number, steps: readonly (string | number)[], at: number) {
    let name = '';
    for (let end = at; typeof steps[end] === 'string'; end++) {
      name += (end > at ? '.' : '') + steps[end];
      const field = this.nodes.field(node, name);
      if (field) { return { ...field, steps: end - at + 1 }; }
    }
    return undefined;
  }
}
