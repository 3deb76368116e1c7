import { isIPv4, isIPv6 } from 'node:net';

/** A block of addresses: the address as its 32 or 128 binary digits, so that blocks compare as texts. */
interface Block {
  readonly digits: string;
  readonly prefix: number;
}

const IPV4_IN_IPV6 = '0'.repeat(80) + '1'.repeat(16);

/**
 * What is allowed as the CIDR of a NetworkPolicy, or undefined when the text is one.
 *
 * As strict as the API server is with its gate StrictIPCIDRValidation: no leading zeros, no IPv4
 * inside IPv6, and nothing beyond the prefix, since `10.1.2.3/8` opens sixteen million addresses to
 * somebody who meant one.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function cidrProblem(text: unknown): string | undefined {
  const block = parse(text);
  if (!block) { return 'an IPv4 or IPv6 block such as 10.0.0.0/8 or 2001:db8::/32, without leading zeros'; }
  const { digits, prefix } = block;
  if (digits.startsWith(IPV4_IN_IPV6)) { return 'an IPv4 block written as IPv4, such as 10.0.0.0/8'; }
  if (digits.includes('1', prefix)) { return `an address that is zero beyond the prefix, or /${digits.length} for that one address`; }
  return undefined;
}

/**
 * Whether a block lies strictly inside another, as every `except` of an `ipBlock` must. False when
 * one of them is no block.
 */
export function cidrContains(outer: string, inner: string): boolean {
  const around = parse(outer);
  const within = parse(inner);
  return around !== undefined && within !== undefined
    && around.digits.length === within.digits.length
    && around.prefix < within.prefix
    && within.digits.startsWith(around.digits.slice(0, around.prefix));
}

function parse(text: unknown): Block | undefined {
  const match = typeof text === 'string' ? /^([0-9A-Fa-f:.]{2,45})\/(0|[1-9]\d{0,2})$/.exec(text) : null;
  if (!match) { return undefined; }
  const [, ip, prefix] = match;
  const digits = isIPv4(ip) ? ipv4Digits(ip) : isIPv6(ip) ? ipv6Digits(ip) : '';
  return Number(prefix) <= digits.length && digits !== '' ? { digits, prefix: Number(prefix) } : undefined;
}

function ipv4Digits(ip: string): string {
  return ip.split('.').map((octet) => Number(octet).toString(2).padStart(8, '0')).join('');
}

function ipv6Digits(ip: string): string {
  const [head, tail = ''] = ip.split('::').map(groupDigits);
  return head + '0'.repeat(128 - head.length - tail.length) + tail;
}

function groupDigits(groups: string): string {
  return groups.split(':')
    .map((group) => group.includes('.') ? ipv4Digits(group) : group && Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}
