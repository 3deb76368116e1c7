import { isObject } from './namespaced-object';
import { NanoQuantity, parseQuantity } from './quantity';

/** Quantities by resource, as in `requests`, `limits` or `hard`: texts, numbers, or `{ value }` as `k8s.Quantity` of cdk8s-plus holds them. */
export type ResourceList = Readonly<Record<string, unknown>>;

/** A resource list as numbers. */
export type Amounts = Map<string, NanoQuantity>;

/** What is there of a resource, or undefined when it is no quantity that can be there: the API server refuses negative ones too. */
export function amountOf(value: unknown): NanoQuantity | undefined {
  const quantity = parseQuantity(isObject(value) ? value.value : value);
  return quantity !== undefined && quantity >= 0n ? quantity : undefined;
}

/** The resources that a list sets, whatever it sets them to. */
export function settingsOf(list: unknown): [resource: string, value: unknown][] {
  return isObject(list) && !Array.isArray(list) ? Object.entries(list).filter(([, value]) => value !== undefined && value !== null) : [];
}

/** The amounts in a list, without what is no quantity. */
export function amountsOf(list: unknown): Amounts {
  const amounts: Amounts = new Map();
  for (const [resource, value] of settingsOf(list)) {
    const amount = amountOf(value);
    if (amount !== undefined) { amounts.set(resource, amount); }
  }
  return amounts;
}

/** Adds amounts to others. */
export function add(total: Amounts, more: ReadonlyMap<string, NanoQuantity>): void {
  more.forEach((amount, resource) => total.set(resource, (total.get(resource) ?? 0n) + amount));
}

/** Raises amounts to others where those are higher. */
export function raise(total: Amounts, others: ReadonlyMap<string, NanoQuantity>): void {
  others.forEach((amount, resource) => {
    const before = total.get(resource);
    if (before === undefined || before < amount) { total.set(resource, amount); }
  });
}
