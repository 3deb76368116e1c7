import { LineTable } from './line-table';
import { NodeTable } from './node-table';
import { Steps, stepsOf } from '../kubernetes/field-path';
import { Position } from '../kubernetes/manifest-object';

const NO_STEPS: Steps = [];

/** The text of one file, and where in it everything stands. */
export class ManifestText {
  public readonly nodes: NodeTable;
  private readonly lines: LineTable;
  /** Steps of paths that were asked for: many objects have findings at the same path. */
  private readonly steps = new Map<string, Steps>();

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
    let node = root;
    let offset = this.nodes.offset(root);
    for (const step of this.stepsOf(path)) {
      const next = this.nodes.child(node, step);
      if (!next) { break; }
      node = next.value;
      offset = this.nodes.offset(next.key);
    }
    return offset;
  }

  private stepsOf(path: string): Steps {
    let steps = this.steps.get(path);
    if (!steps) {
      steps = stepsOf(path) ?? NO_STEPS;
      this.steps.set(path, steps);
    }
    return steps;
  }
}
