import { ACKNOWLEDGEMENT_ANNOTATION_PREFIX, Acknowledgement } from '../findings/acknowledgement';
import { fieldPath } from '../kubernetes/field-path';
import { KubernetesObject, PlainObject, mapAt, namespaceOf, nameOf } from '../kubernetes/object';
import { podOf } from '../kubernetes/pod';

/** An acknowledgement that stands outside the manifests, for those that one cannot edit. Absent selectors select everything. */
export interface ConfiguredAcknowledgement extends Acknowledgement {
  readonly kind?: string;
  readonly namespace?: string;
  /** Name of the object; `*` stands for any text. */
  readonly name?: string;
  readonly container?: string;
  /** Where it is written. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An acknowledgement as an annotation of an object or its pod. */
export interface WrittenAcknowledgement {
  readonly rule: string;
  /** Accepts the findings about this container only. */
  readonly container?: string;
  /** Of the annotation. */
  readonly path: string;
  /** Absent where it is malformed. */
  readonly accepts?: Acknowledgement;
  readonly problem?: string;
}

const NONE: readonly WrittenAcknowledgement[] = Object.freeze([]);
const ANNOTATION = new RegExp(`^(?:([^/]+)\\.)?${ACKNOWLEDGEMENT_ANNOTATION_PREFIX.replaceAll('.', '\\.')}(.*)$`);
const EXPIRY = /^(.*?)\s*;\s*expires\b\s*(.*?)\s*$/s;

/**
 * The acknowledgements that an object carries: `acknowledge.cdk8s-bulwark/<rule-id>` on it or on its pod, and
 * `<container>.acknowledge.cdk8s-bulwark/<rule-id>` for one container.
 */
export function acknowledgementsOf(object: KubernetesObject): readonly WrittenAcknowledgement[] {
  const own = acknowledgementsIn(mapAt(object, 'metadata', 'annotations'), 'metadata');
  const pod = podOf(object);
  if (!pod || pod.metadataPath === 'metadata') { return own; }
  const ofPod = acknowledgementsIn(mapAt(pod.metadata, 'annotations'), pod.metadataPath);
  return ofPod.length === 0 ? own : [...own, ...ofPod];
}

/** Whether an acknowledgement from outside is about an object and, where it names one, a container of it. */
export function selects(acknowledgement: ConfiguredAcknowledgement, object: KubernetesObject, container: string | undefined): boolean {
  const { kind, namespace, name } = acknowledgement;
  return (kind === undefined || kind === object.kind)
    && (namespace === undefined || namespace === namespaceOf(object))
    && (name === undefined || matches(name, nameOf(object)))
    && (acknowledgement.container === undefined || acknowledgement.container === container);
}

/** The last day counts. Without a known day nothing expires. */
export function isExpired({ expires }: Acknowledgement, today: string | undefined): boolean {
  return expires !== undefined && today !== undefined && expires < today;
}

function acknowledgementsIn(annotations: PlainObject | undefined, metadataPath: string): readonly WrittenAcknowledgement[] {
  if (!annotations) { return NONE; }
  let found: WrittenAcknowledgement[] | undefined;
  for (const name of Object.keys(annotations)) {
    if (!name.includes(ACKNOWLEDGEMENT_ANNOTATION_PREFIX)) { continue; }
    const [, container, rule] = ANNOTATION.exec(name) ?? [];
    if (rule === undefined) { continue; }
    const path = fieldPath(metadataPath, ['annotations', name]);
    (found ??= []).push({ rule, ...container !== undefined && { container }, path, ...read(rule, annotations[name]) });
  }
  return found ?? NONE;
}

function read(rule: string, value: unknown): Pick<WrittenAcknowledgement, 'accepts' | 'problem'> {
  if (typeof value !== 'string') { return { problem: 'its value is not text' }; }
  const [, before, expires] = EXPIRY.exec(value) ?? [];
  const reason = (before ?? value).trim();
  if (reason === '') { return { problem: 'it gives no reason' }; }
  if (expires !== undefined && !isDay(expires)) { return { problem: `it expires on ${JSON.stringify(expires)}, which is no day written as YYYY-MM-DD` }; }
  return { accepts: { rule, reason, ...expires !== undefined && { expires } } };
}

/** Whether a text is a day that there is, written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function matches(pattern: string, name: string): boolean {
  const [first, ...rest] = pattern.split('*');
  if (rest.length === 0) { return pattern === name; }
  const last = rest.pop()!;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) { return false; }
  let at = first.length;
  for (const part of rest) {
    at = name.indexOf(part, at);
    if (at < 0) { return false; }
    at += part.length;
  }
  return at <= name.length - last.length;
}
