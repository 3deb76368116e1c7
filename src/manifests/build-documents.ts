import { AliasEvent, COLLECTION_STYLE, EVENT_ID, Event, SCALAR_STYLE, ScalarEvent, getScalarValue } from 'js-yaml';
import { ambiguousAnchor, ambiguousColon, ambiguousStart, ambiguousTag } from './ambiguity';
import { looseEvents } from './loose-events';
import { NodeTable } from './node-table';
import { Scalar, plainScalar } from './plain-scalar';
import { ReadingError } from './reading-error';
import { taggedScalar } from './tagged-scalar';

/** How many values the aliases of one document may stand for: manifests need hundreds, alias bombs billions. */
const MAX_ALIASED_VALUES = 100_000;

const ABSENT = -1;

/** One document: its value, deeply frozen, and its node. */
export interface Document {
  readonly value: unknown;
  readonly node: number;
}

interface Anchor {
  readonly node: number;
  value: unknown;
  /** How many values it is made of, aliases counted as what they stand for; 0 while it is being built. */
  weight: number;
}

/**
 * The documents of a piece of a file, as Kubernetes understands them.
 *
 * @param text the whole file
 * @param start where the piece begins
 * @param end where it ends
 * @param nodes takes up where everything stands
 * @throws ReadingError if the piece is malformed
 */
export function buildDocuments(text: string, start: number, end: number, nodes: NodeTable): Document[] {
  const source = text.slice(start, end);
  return new Builder(source, events(source, start), start, nodes).documents();
}

function events(source: string, start: number): Event[] {
  try {
    return looseEvents(source);
  } catch (error) {
    throw error instanceof ReadingError ? new ReadingError(error.message, start + error.offset) : error;
  }
}

/** Builds values from parser events in one pass; one recursion per level of nesting. */
class Builder {
  private at = 0;
  private offset: number;
  private weight = 0;
  private aliased = 0;
  private anchors = new Map<string, Anchor>();

  public constructor(
    private readonly source: string,
    private readonly stream: Event[],
    private readonly start: number,
    private readonly nodes: NodeTable,
  ) {
    this.offset = start;
  }

  public documents(): Document[] {
    const documents: Document[] = [];
    while (this.at < this.stream.length) {
      this.at++;
      if (this.anchors.size > 0) { this.anchors = new Map(); }
      this.aliased = 0;
      const node = this.nodes.size;
      documents.push({ value: this.value(), node });
      this.at++;
    }
    return documents;
  }

  private value(): unknown {
    const event = this.stream[this.at++];
    this.weight++;
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const value = this.scalar(event);
        if (typeof value === 'number' && !Number.isFinite(value)) { throw this.error('JSON, and so Kubernetes, has no such number'); }
        return value;
      }
      case EVENT_ID.ALIAS:
        return this.alias(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        this.offset = this.start + event.start;
        const isMapping = event.type === EVENT_ID.MAPPING;
        const node = this.nodes.open(this.offset, isMapping);
        const weight = this.weight;
        const anchor = this.anchor(event, node);
        if (event.tagStart !== ABSENT) { this.report(ambiguousTag(this.source, event)); }
        const isFlow = event.style === COLLECTION_STYLE.FLOW;
        const value = Object.freeze(isMapping ? this.fields(isFlow) : this.items(isFlow));
        this.nodes.close(node);
        if (anchor) {
          anchor.value = value;
          anchor.weight = this.weight - weight + 1;
        }
        return value;
      }
      default:
        throw this.error('the document ends too early');
    }
  }

  private items(isFlow: boolean): unknown[] {
    const items: unknown[] = [];
    for (let event = this.stream[this.at]; event.type !== EVENT_ID.POP; event = this.stream[this.at]) {
      items.push(this.value());
      if (isFlow && event.type === EVENT_ID.SCALAR) { this.report(ambiguousStart(this.source, event)); }
    }
    this.at++;
    return items;
  }

  private fields(isFlow: boolean): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    let written: Set<string> | undefined;
    for (let event = this.stream[this.at]; event.type !== EVENT_ID.POP; event = this.stream[this.at]) {
      if (event.type === EVENT_ID.SCALAR && this.isMergeKey(event)) {
        this.at++;
        this.scalar(event);
        written ??= new Set(Object.keys(fields));
        this.merge(fields, this.value());
        continue;
      }
      const key = this.key();
      if (isFlow && event.type === EVENT_ID.SCALAR) { this.report(ambiguousStart(this.source, event) ?? ambiguousColon(this.source, event)); }
      if (written ? written.has(key) : Object.hasOwn(fields, key)) { throw this.error(`duplicate key "${key}"`); }
      written?.add(key);
      setField(fields, key, this.value());
    }
    this.at++;
    return fields;
  }

  /** Fields of JSON have names that are strings: scalars become strings, as they do in sigs.k8s.io/yaml. */
  private key(): string {
    const event = this.stream[this.at];
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      this.offset = this.start + event.start;
      throw this.error('a key is a map or a list; Kubernetes needs a string');
    }
    this.at++;
    this.weight++;
    const key = event.type === EVENT_ID.SCALAR ? this.scalar(event) : this.alias(event as AliasEvent);
    if (typeof key === 'string') { return key; }
    if (typeof key === 'boolean' || Number.isFinite(key)) { return String(key); }
    throw this.error('a key is null, a map, a list or no finite number; Kubernetes needs a string');
  }

  private scalar(event: ScalarEvent): Scalar {
    const { valueStart, valueEnd } = event;
    const isEmpty = valueStart === ABSENT;
    if (!isEmpty) { this.offset = this.start + valueStart; }
    const node = this.nodes.addScalar(this.offset, isEmpty ? this.offset : this.start + valueEnd);
    const text = event.fast ? this.source.slice(valueStart, valueEnd) : getScalarValue(this.source, event);

    let value: Scalar = text;
    if (event.tagStart !== ABSENT) {
      value = this.tagged(text, event);
    } else if (event.style === SCALAR_STYLE.PLAIN) {
      value = plainScalar(text);
    }
    const anchor = this.anchor(event, node);
    if (anchor) {
      anchor.value = value;
      anchor.weight = 1;
    }
    return value;
  }

  private tagged(text: string, event: ScalarEvent): Scalar {
    this.report(ambiguousTag(this.source, event));
    const tag = this.source.slice(event.tagStart, event.tagEnd);
    const value = taggedScalar(tag, text);
    if (value === undefined) { throw this.error(`"${text}" is no ${tag}`); }
    return value;
  }

  private anchor(event: { anchorStart: number; anchorEnd: number }, node: number): Anchor | undefined {
    if (event.anchorStart === ABSENT) { return undefined; }
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    this.report(ambiguousAnchor(name));
    const anchor = { node, value: undefined, weight: 0 };
    this.anchors.set(name, anchor);
    return anchor;
  }

  private alias(event: AliasEvent): unknown {
    this.offset = this.start + event.anchorStart - 1;
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    this.report(ambiguousAnchor(name));
    const anchor = this.anchors.get(name);
    if (!anchor) { throw this.error(`there is no anchor "${name}"`); }
    if (anchor.weight === 0) { throw this.error(`anchor "${name}" contains itself`); }
    this.weight += anchor.weight;
    this.aliased += anchor.weight;
    if (this.aliased > MAX_ALIASED_VALUES) { throw this.error(`aliases stand for more than ${MAX_ALIASED_VALUES} values: an alias bomb`); }
    this.nodes.addAlias(this.offset, anchor.node);
    return anchor.value;
  }

  private isMergeKey(event: ScalarEvent): boolean {
    return event.valueEnd - event.valueStart === 2 && event.style === SCALAR_STYLE.PLAIN
      && this.source.startsWith('<<', event.valueStart);
  }

  /** As in go-yaml v2, merged fields replace what stands before the merge key; in a list of maps the first wins. */
  private merge(fields: Record<string, unknown>, from: unknown): void {
    const sources = Array.isArray(from) ? [...from].reverse() : [from];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) { throw this.error('a merge key takes a map or a list of maps'); }
      for (const [key, value] of Object.entries(source)) { setField(fields, key, value); }
    }
  }

  private report(mistake: string | undefined): void {
    if (mistake !== undefined) { throw this.error(mistake); }
  }

  private error(reason: string): ReadingError {
    return new ReadingError(reason, this.offset);
  }
}

function setField(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    fields[key] = value;
  }
}
