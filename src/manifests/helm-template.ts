import { fieldPath } from '../kubernetes/field-path';

/** What only Helm's own templates say. */
const HELM = /\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\$\.Values\b|(?:include|template)\s+")/;

/** A line that only a template engine understands. */
const CONTROL_LINE = /^[ \t]*\{\{-?[ \t]*(?:if|else|end|range|with|define|include|template|\/\*|\$\w+[ \t]*:?=)/m;

/** Groups of Kubernetes itself: no dot, or below `k8s.io`. */
const OWN_GROUP = /^(?:[^./]+\/)?[^/]+$|^[^/]*\.k8s\.io\//;

/** Fields that carry text for others, which may be a template by right. */
const FREE_TEXT = new Set(['data', 'stringData', 'binaryData', 'annotations']);

/** Whether the text of a document that could not be read is a Helm template. */
export function looksLikeHelmTemplate(text: string): boolean {
  return text.includes('{{') && (HELM.test(text) || CONTROL_LINE.test(text));
}

/** Path of a field that holds an expression which Helm would have replaced. */
export function unrenderedField(object: { readonly [field: string]: unknown }): string | undefined {
  if (OWN_GROUP.test(String(object.apiVersion))) { return unrendered(object, ''); }
  const { apiVersion, kind, metadata } = object;
  return unrendered({ apiVersion, kind, metadata }, '');
}

function unrendered(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') { return HELM.test(value) ? path : undefined; }
  if (typeof value !== 'object' || value === null) { return undefined; }
  for (const [key, child] of Object.entries(value)) {
    if (FREE_TEXT.has(key)) { continue; }
    const found = unrendered(child, fieldPath(path, [Array.isArray(value) ? Number(key) : key]));
    if (found !== undefined) { return found; }
  }
  return undefined;
}
