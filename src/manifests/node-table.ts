const SCALAR = 0;
const SEQUENCE = 1;
const MAPPING = 2;
const ALIAS = 3;

/** The nodes of one field of a mapping. */
export interface Field {
  readonly key: number;
  readonly value: number;
}

/**
 * Where every node of a file stands: nine bytes a node, written while values are built, read only for
 * findings. Nodes stand in document order; the children of a mapping are key, value, key, value.
 */
export class NodeTable {
  private kind: Uint8Array;
  /** Where the text of the node, of its first item or of its first key begins. */
  private start: Int32Array;
  /** Scalar: where its text ends. Sequence, mapping: the node after it. Alias: the anchored node. */
  private extent: Int32Array;
  private length = 0;

  public constructor(private readonly text: string) {
    const expected = 64 + Math.ceil(text.length / 8);
    this.kind = new Uint8Array(expected);
    this.start = new Int32Array(expected);
    this.extent = new Int32Array(expected);
  }

  /** The node that is added next. */
  public get size(): number {
    return this.length;
  }

  public addScalar(start: number, end: number): number {
    return this.add(SCALAR, start, end);
  }

  public addAlias(start: number, target: number): number {
    return this.add(ALIAS, start, target);
  }

  public open(start: number, isMapping: boolean): number {
    return this.add(isMapping ? MAPPING : SEQUENCE, start, 0);
  }

  public close(node: number): void {
    this.extent[node] = this.length;
  }

  /** Forgets nodes that were added last. */
  public truncate(size: number): void {
    this.length = size;
  }

  /** Where the text of a node begins; behind an alias, that of the anchored node. */
  public offset(node: number): number {
    return this.start[this.target(node)];
  }

  /** A field of a mapping or an item of a sequence, which counts as its own key. */
  public child(node: number, step: string | number): Field | undefined {
    if (typeof step === 'string') { return this.field(node, step); }
    const item = this.item(node, step);
    return item === undefined ? undefined : { key: item, value: item };
  }

  /** The nodes of all items of a sequence. */
  public items(node: number): number[] {
    const sequence = this.target(node);
    const found: number[] = [];
    if (this.kind[sequence] !== SEQUENCE) { return found; }
    for (let item = sequence + 1; item < this.extent[sequence]; item = this.next(item)) { found.push(item); }
    return found;
  }

  /** The key and the value of a field, also where a merge key brought it in. As in go-yaml, what is written last counts. */
  public field(node: number, name: string): Field | undefined {
    const mapping = this.target(node);
    if (this.kind[mapping] !== MAPPING) { return undefined; }
    let found: Field | undefined;
    for (let key = mapping + 1; key < this.extent[mapping]; key = this.next(this.next(key))) {
      const value = this.next(key);
      if (this.isText(key, name)) {
        found = { key, value };
      } else if (this.isText(key, '<<')) {
        found = this.mergedField(value, name) ?? found;
      }
    }
    return found;
  }

  private item(node: number, index: number): number | undefined {
    const sequence = this.target(node);
    if (this.kind[sequence] !== SEQUENCE) { return undefined; }
    let item = sequence + 1;
    for (let at = 0; at < index && item < this.extent[sequence]; at++) { item = this.next(item); }
    return item < this.extent[sequence] ? item : undefined;
  }

  private mergedField(value: number, name: string): Field | undefined {
    for (const source of this.items(value)) {
      const found = this.field(source, name);
      if (found) { return found; }
    }
    return this.field(value, name);
  }

  private isText(node: number, text: string): boolean {
    const scalar = this.target(node);
    const start = this.start[scalar];
    return this.kind[scalar] === SCALAR && this.extent[scalar] === start + text.length && this.text.startsWith(text, start);
  }

  private target(node: number): number {
    return this.kind[node] === ALIAS ? this.extent[node] : node;
  }

  private next(node: number): number {
    const kind = this.kind[node];
    return kind === SEQUENCE || kind === MAPPING ? this.extent[node] : node + 1;
  }

  private add(kind: number, start: number, extent: number): number {
    const node = this.length++;
    if (node === this.kind.length) { this.grow(); }
    this.kind[node] = kind;
    this.start[node] = start;
    this.extent[node] = extent;
    return node;
  }

  private grow(): void {
    const { kind, start, extent } = this;
    const larger = kind.length * 2;
    this.kind = new Uint8Array(larger);
    this.start = new Int32Array(larger);
    this.extent = new Int32Array(larger);
    this.kind.set(kind);
    this.start.set(start);
    this.extent.set(extent);
  }
}
