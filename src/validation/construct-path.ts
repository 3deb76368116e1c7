import { KubernetesObject, nameOf } from '../kubernetes/object';

/** What cdk8s records about the objects of an application: by name alone, so that of several that are called the same it knows the last. */
export interface ConstructMetadata {
  readonly [name: string]: { readonly path: string } | undefined;
}

/** The construct that users know: the object of a construct, which is its child `Resource` or `Default`, counts as the construct. */
export function constructPath(path: string): string {
  return path.replace(/\/(Resource|Default)$/, '');
}

/** Which construct made an object, as far as cdk8s says. */
export class RecordedConstructs {
  private readonly counts = new Map<string, number>();

  public constructor(objects: readonly KubernetesObject[], private readonly metadata: ConstructMetadata) {
    for (const object of objects) { this.counts.set(nameOf(object), (this.counts.get(nameOf(object)) ?? 0) + 1); }
  }

  /** `construct shop/api`, or no more than can be said when several objects have the name. */
  public describe(name: string): string | undefined {
    const path = Object.hasOwn(this.metadata, name) ? this.metadata[name]?.path : undefined;
    if (typeof path !== 'string') { return undefined; }
    return this.isCertain(name) ? `construct ${constructPath(path)}`
      : `construct near ${constructPath(path)}, which made the last of ${this.counts.get(name)} objects of this name`;
  }

  public isCertain(name: string): boolean {
    return this.counts.get(name) === 1;
  }
}
