/** Something that the cluster will not take: a pod, a claim, or one object more than fits. */
export interface Shortage {
  /** Path of the construct that is in the way; missing where no single one is. */
  readonly where?: string;
  /** The resource as the quota spells it, such as `requests.cpu` or `count/deployments.apps`. */
  readonly resource: string;
  /** What is asked for: a quantity, or `none` where something has to be asked for. */
  readonly need: string;
  /** What there is. */
  readonly room: string;
  /** What refuses it: the quota, the LimitRange, the quota because it asks for a value, or the API server because the value is none. */
  readonly cause: 'quota' | 'limitRange' | 'unset' | 'malformed';
  /** One sentence with all of it. */
  readonly message: string;
}

/** What to call an object in a sentence. */
export function calling({ kind, name }: { readonly kind?: unknown; readonly name?: unknown }): string {
  return [kind, name].filter((word) => typeof word === 'string' && word !== '').map((word) => brief(`${word}`)).join(' ') || 'an object without a name';
}

/** No longer than a name can be, so that hostile text does not bury the sentence. */
export function brief(text: string): string {
  return text.length > 253 ? `${text.slice(0, 250)}...` : text;
}
