import { append } from './list-map';
import { isMap } from '../kubernetes/object';
import { LabelSelectorLike, matchesSelector } from '../kubernetes/selector';

/** Labels as they stand in a manifest. */
export type Labels = Record<string, string> | undefined;

/** Something that selects by labels. */
export interface Selecting<Item> {
  readonly item: Item;
  readonly selector: LabelSelectorLike | undefined;
}

/** Things with selectors, so that those which select some labels are found without asking each of them. */
export class SelectorIndex<Item> {
  private readonly unconditional: Selecting<Item>[] = [];
  /** Each under the label that it needs and the fewest others do. */
  private readonly byLabel = new Map<string, Selecting<Item>[]>();

  public constructor(all: readonly Selecting<Item>[]) {
    const needed = all.map(({ selector }) => neededLabels(selector));
    const demand = new Map<string, number>();
    for (const label of needed.flat()) { demand.set(label, (demand.get(label) ?? 0) + 1); }
    all.forEach((selecting, index) => {
      if (needed[index].length === 0) {
        this.unconditional.push(selecting);
      } else {
        append(this.byLabel, needed[index].reduce((one, other) => (demand.get(other)! < demand.get(one)! ? other : one)), selecting);
      }
    });
  }

  /** Those that select an object with these labels, one after the other: whoever has seen enough stops asking. */
  public *selecting(labels: Labels): Generator<Item> {
    for (const { item, selector } of this.candidates(labels)) {
      if (matchesSelector(selector, labels)) { yield item; }
    }
  }

  private *candidates(labels: Labels): Generator<Selecting<Item>> {
    yield* this.unconditional;
    for (const [key, value] of Object.entries(isMap(labels) ? labels : {})) {
      yield* this.byLabel.get(labelOf(key, value)) ?? [];
      yield* this.byLabel.get(key) ?? [];
    }
  }
}

/** What an object must carry for a selector to select it: a label, or a key whose value does not matter here. */
function neededLabels(selector: LabelSelectorLike | undefined): string[] {
  const { matchLabels, matchExpressions } = isMap(selector) ? selector as LabelSelectorLike : {};
  return [
    ...Object.entries(isMap(matchLabels) ? matchLabels : {}).map(([key, value]) => labelOf(key, value)),
    ...(Array.isArray(matchExpressions) ? matchExpressions : []).flatMap((requirement) => (
      ['In', 'Exists'].includes(requirement?.operator) ? [typeof requirement.key === 'string' ? requirement.key : ''] : [])),
  ];
}

// keys have no line breaks, so that no key is taken for a label
function labelOf(key: string, value: unknown): string {
  return `${key}\n${typeof value === 'object' ? '' : String(value)}`;
}
