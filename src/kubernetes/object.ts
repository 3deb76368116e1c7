/** Any map of a manifest: plain data, frozen by whoever read it. */
export interface PlainObject {
  readonly [field: string]: unknown;
}

/** What every Kubernetes object carries. Nothing below `metadata` is promised: a manifest may hold anything. */
export interface KubernetesObject extends PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMetadata;
}

export interface ObjectMetadata extends PlainObject {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}
