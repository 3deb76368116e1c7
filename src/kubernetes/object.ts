/** Any map of a manifest: plain data, frozen by whoever read it. */
export interface PlainObject {
  readonly [field: string]: unknown;
}

/** What every Kubernetes object carries. Nothing else is promised: a manifest may hold anything. */
export interface KubernetesObject extends PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
}

export function isMap(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field, or nothing where it is absent. In YAML an empty field is null, which the API server reads as absent. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (!isMap(current)) { return undefined; }
    const inner = current[name];
    // no plain data, but a member of every object, such as `constructor`
    if ((typeof inner === 'function' || name === '__proto__') && !Object.hasOwn(current, name)) { return undefined; }
    current = inner;
  }
  return current ?? undefined;
}

/*
 * The accessors below read a value of another type as absent. A check that forbids something must not be
 * deceived by that: let it name what is allowed (`valueAt(…) !== false`), never what is not (`=== true`).
 */

export function mapAt(value: unknown, ...path: readonly string[]): PlainObject | undefined {
  const found = valueAt(value, ...path);
  return isMap(found) ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** Labels or annotations: what is not text is left out, because no API server would store it. */
export function textsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> {
  const entries = Object.entries(mapAt(value, ...path) ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function nameOf(object: KubernetesObject): string {
  return textAt(object, 'metadata', 'name') ?? textAt(object, 'metadata', 'generateName') ?? '';
}

/** The namespace as written; an object without one goes wherever the user's kubectl points. */
export function namespaceOf(object: KubernetesObject): string | undefined {
  return textAt(object, 'metadata', 'namespace');
}

/** `Service "web"`: how a message names an object. */
export function describeObject(object: KubernetesObject): string {
  return `${object.kind} ${quoted(nameOf(object))}`;
}

/** A name in quotation marks, on one line whatever it holds. */
export function quoted(name: string): string {
  return /^[\w.:/@-]*$/.test(name) ? `"${name}"` : JSON.stringify(name);
}
