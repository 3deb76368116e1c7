import { ManifestText } from './manifest-text';
import { ReadingError } from './reading-error';
import { KubernetesObject, PlainObject } from '../kubernetes/object';

/** A Kubernetes object and its node. */
export interface FoundObject {
  readonly object: KubernetesObject;
  readonly node: number;
}

/** A document, or an item of a list, that is no Kubernetes object. */
export class NoObjectError extends ReadingError {
  /**
   * @param wasMeant it was meant to be one
   */
  public constructor(message: string, offset: number, public readonly wasMeant: boolean) {
    super(message, offset);
  }
}

/** Objects and mistakes of one document. */
export interface DocumentObjects {
  readonly objects: FoundObject[];
  readonly errors: NoObjectError[];
}

/** Two of these make an attempt at an object. One alone occurs in files of other tools, such as `apiVersion` in Chart.yaml. */
const TELLING_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];

const KUSTOMIZE = 'kustomize.config.k8s.io/';

/**
 * The Kubernetes objects of one document: none if it is empty, one, or the items of a list.
 *
 * Like kubectl, takes whatever has a list of `items` for a list, and completes the items of typed lists
 * (`kind: PodList`). What has `items` and does not call itself a list is judged as an object, too.
 */
export function kubernetesObjects(source: ManifestText, value: unknown, node: number): DocumentObjects {
  const found: DocumentObjects = { objects: [], errors: [] };
  if (value !== null) { collect(source, value, node, found); }
  return found;
}

function collect(source: ManifestText, value: unknown, node: number, found: DocumentObjects): void {
  const mistake = mistakeIn(value);
  if (mistake !== undefined) {
    found.errors.push(new NoObjectError(mistake, source.nodes.offset(node), isAttempt(value)));
    return;
  }
  const object = value as KubernetesObject;
  const { kind, items } = object;
  if (Array.isArray(items)) {
    const nodes = source.nodes.items(source.nodes.field(node, 'items')?.value ?? node);
    items.forEach((item, at) => collect(source, asItem(object, item), nodes[at] ?? node, found));
  }
  if (kind !== 'List' && !(kind.endsWith('List') && Array.isArray(items))) { found.objects.push({ object, node }); }
}

/** API servers leave out `apiVersion` and `kind` in the items of a typed list. */
function asItem(list: KubernetesObject, item: unknown): unknown {
  if (!isMap(item) || item.kind !== undefined || list.kind === 'List') { return item; }
  return Object.freeze({ apiVersion: list.apiVersion, kind: list.kind.replace(/List$/, ''), ...item });
}

function mistakeIn(value: unknown): string | undefined {
  if (!isMap(value)) { return `${describe(value)} stands where a Kubernetes object is expected`; }
  for (const field of ['apiVersion', 'kind']) {
    const given = value[field];
    if (given === undefined) { return `no Kubernetes object: it has no ${field}`; }
    if (typeof given !== 'string' || given === '') { return `no Kubernetes object: ${field} is ${describe(given)}, a string is needed`; }
  }
  if (isOfKustomize(value)) { return 'no Kubernetes object but input of kustomize: check what "kustomize build" prints'; }
  if (value.kind === 'List' && value.items !== null && !Array.isArray(value.items)) {
    return `items of a List is ${describe(value.items)}, a list is needed`;
  }
  return undefined;
}

function isAttempt(value: unknown): boolean {
  return isMap(value) && !isOfKustomize(value) && TELLING_FIELDS.filter((field) => value[field] !== undefined).length >= 2;
}

function isOfKustomize({ apiVersion }: PlainObject): boolean {
  return typeof apiVersion === 'string' && apiVersion.startsWith(KUSTOMIZE);
}

function describe(value: unknown): string {
  if (value === undefined) { return 'missing'; }
  if (value === null) { return 'null'; }
  if (value === '') { return 'an empty string'; }
  if (Array.isArray(value)) { return 'a list'; }
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}

function isMap(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
