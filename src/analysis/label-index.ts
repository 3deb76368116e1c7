import { isMap } from '../kubernetes/object';
import { LabelSelectorLike, matchesSelector } from '../kubernetes/selector';

/** Labels as they stand in a manifest. */
export type Labels = Record<string, string> | undefined;

interface Labelled<Item> {
  readonly item: Item;
  readonly labels: Labels;
}

/** Things with labels, so that what a selector selects is found without looking at each of them. */
export class LabelIndex<Item> {
  private readonly all: Labelled<Item>[] = [];
  private readonly byLabel = new Map<string, Labelled<Item>[]>();

  public add(item: Item, labels: Labels): void {
    const labelled = { item, labels };
    this.all.push(labelled);
    for (const [key, value] of Object.entries(isMap(labels) ? labels : {})) {
      append(this.byLabel, key, labelled);
      append(this.byLabel, labelOf(key, value), labelled);
    }
  }

  /** The first that is selected and meets the condition. */
  public find(selector: LabelSelectorLike | undefined, wanted: (item: Item) => boolean = () => true): Item | undefined {
    return this.candidates(selector).find(({ item, labels }) => matchesSelector(selector, labels) && wanted(item))?.item;
  }

  private candidates(selector: LabelSelectorLike | undefined): readonly Labelled<Item>[] {
    let fewest: readonly Labelled<Item>[] = this.all;
    for (const label of neededLabels(selector)) {
      const bearers = this.byLabel.get(label) ?? [];
      if (bearers.length < fewest.length) { fewest = bearers; }
    }
    return fewest;
  }
}

/** What an object must carry for a selector to select it: `key=value`, or a key whose value does not matter here. */
export function neededLabels(selector: LabelSelectorLike | undefined): string[] {
  const { matchLabels, matchExpressions } = isMap(selector) ? selector as LabelSelectorLike : {};
  return [
    ...Object.entries(isMap(matchLabels) ? matchLabels : {}).map(([key, value]) => labelOf(key, value)),
    ...(Array.isArray(matchExpressions) ? matchExpressions : []).flatMap((requirement) => (
      ['In', 'Exists'].includes(requirement?.operator) ? [String(requirement.key)] : [])),
  ];
}

// keys have no control characters, so that no key is taken for a label
export function labelOf(key: string, value: unknown): string {
  return `${key}\n${String(value)}`;
}

export function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}
