/**
 * What Kubernetes allows as a name: each function says what is allowed when the text is not, and
 * nothing when it is.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Names of containers, volumes, namespaces: RFC 1123 labels. */
export function dnsLabelProblem(text: unknown): string | undefined {
  return isDnsLabel(text) ? undefined
    : 'at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit';
}

/** Names of Services: RFC 1035 labels. */
export function dns1035LabelProblem(text: unknown): string | undefined {
  return fits(text, 63, DNS_1035_LABEL) ? undefined
    : 'at most 63 lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit';
}

/** Names of most objects: RFC 1123 subdomains. */
export function dnsSubdomainProblem(text: unknown): string | undefined {
  return isDnsSubdomain(text) ? undefined
    : 'at most 253 lower-case letters, digits, hyphens and dots, each part between dots beginning and ending with a letter or digit';
}

/** Keys of labels and annotations: `name` or `prefix/name`. @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export function labelKeyProblem(text: unknown): string | undefined {
  const slash = typeof text === 'string' ? text.indexOf('/') : -1;
  const right = slash < 0 ? fits(text, 63, QUALIFIED_NAME)
    : fits((text as string).slice(slash + 1), 63, QUALIFIED_NAME) && isDnsSubdomain((text as string).slice(0, slash));
  return right ? undefined
    : 'at most 63 letters, digits, hyphens, underscores and dots, beginning and ending with a letter or digit, optionally after a DNS subdomain and a slash';
}

/** Values of labels. @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export function labelValueProblem(text: unknown): string | undefined {
  return text === '' || fits(text, 63, QUALIFIED_NAME) ? undefined
    : 'empty, or at most 63 letters, digits, hyphens, underscores and dots, beginning and ending with a letter or digit';
}

/** Names of ports: IANA service names, RFC 6335. @see https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports */
export function portNameProblem(text: unknown): string | undefined {
  return fits(text, 15, DNS_LABEL) && /[a-z]/.test(text) && !text.includes('--') ? undefined
    : 'at most 15 lower-case letters, digits and single hyphens, at least one of them a letter, beginning and ending with a letter or digit';
}

function isDnsLabel(text: unknown): boolean {
  return fits(text, 63, DNS_LABEL);
}

// Its parts may be longer than 63: Kubernetes only counts the whole.
function isDnsSubdomain(text: unknown): boolean {
  return fits(text, 253, DNS_SUBDOMAIN);
}

function fits(text: unknown, longest: number, pattern: RegExp): text is string {
  return typeof text === 'string' && text.length <= longest && pattern.test(text);
}
