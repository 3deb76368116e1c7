/**
 * Resource quantities such as `250m`, `128Mi` or `1e3`, as exact numbers.
 *
 * The unit is the nano: the finest that Kubernetes keeps, so that sums and comparisons never round.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export type NanoQuantity = bigint;

const NANOS_PER_UNIT_EXPONENT = 9;
export const NANOS_PER_UNIT = 10n ** BigInt(NANOS_PER_UNIT_EXPONENT);

const DECIMAL_EXPONENTS: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_SUFFIXES = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'];

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE])|([KMGTPE]i)|[eE]([+-]?\d{1,6}))?$/;

// Kubernetes sets no bounds; these only keep hostile text from costing seconds of arithmetic, far beyond any real amount.
const LONGEST_TEXT = 256;
const LARGEST_EXPONENT = 1000;

// apimachinery caps binary quantities, and only those, at the largest int64.
const LARGEST_BINARY = (2n ** 63n - 1n) * NANOS_PER_UNIT;

/**
 * The quantity in nano units, or undefined when the value is no quantity.
 *
 * Like the documented grammar, and unlike the server's scanner, this asks for at least one digit
 * (the server reads `Mi` and `+` as zero) and for no spaces around it.
 */
export function parseQuantity(text: unknown): NanoQuantity | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') { return undefined; }
  const spelt = String(text);
  const match = spelt.length <= LONGEST_TEXT ? QUANTITY.exec(spelt) : null;
  if (!match) { return undefined; }
  const [, sign, whole, fraction = '', decimalSuffix, binarySuffix, exponentText] = match;
  const digits = whole + fraction;
  const exponent = Number(exponentText ?? DECIMAL_EXPONENTS[decimalSuffix] ?? 0);
  if (digits === '' || Math.abs(exponent) > LARGEST_EXPONENT) { return undefined; }

  const nanos = scaleRoundingUp(
    BigInt(digits) * 1024n ** BigInt(binarySuffix ? BINARY_SUFFIXES.length - BINARY_SUFFIXES.indexOf(binarySuffix) : 0),
    exponent - fraction.length + NANOS_PER_UNIT_EXPONENT,
  );
  const capped = binarySuffix && nanos > LARGEST_BINARY ? LARGEST_BINARY : nanos;
  return sign === '-' ? -capped : capped;
}

/** As Kubernetes does: whoever wants a little gets a little, so that what is finer than a nano is rounded away from zero. */
function scaleRoundingUp(value: bigint, exponent: number): bigint {
  if (exponent >= 0) { return value * 10n ** BigInt(exponent); }
  const divisor = 10n ** BigInt(-exponent);
  return (value + divisor - 1n) / divisor;
}

/** A quantity of a resource as people write it: `250m` for cpu, `128Mi` for memory and storage, `10` for counts. */
export function formatQuantity(resource: string, q: NanoQuantity): string {
  return /(^|[./])(memory|storage|ephemeral-storage|hugepages-[^/]*)$/.test(resource) ? formatBytes(q) : formatCpu(q);
}

/** `2`, `250m`: in the largest of unit, milli, micro and nano that is exact. */
export function formatCpu(q: NanoQuantity): string {
  if (q % NANOS_PER_UNIT === 0n) { return `${q / NANOS_PER_UNIT}`; }
  if (q % 1_000_000n === 0n) { return `${q / 1_000_000n}m`; }
  if (q % 1_000n === 0n) { return `${q / 1_000n}u`; }
  return `${q}n`;
}

/** `128Mi`, `1536Mi`: with the largest binary suffix that is exact. */
export function formatBytes(q: NanoQuantity): string {
  if (q === 0n || q % NANOS_PER_UNIT !== 0n || q > LARGEST_BINARY || q < -LARGEST_BINARY) { return formatCpu(q); }
  let amount = q / NANOS_PER_UNIT;
  let power = 0;
  while (power < BINARY_SUFFIXES.length && amount % 1024n === 0n) {
    amount /= 1024n;
    power += 1;
  }
  return `${amount}${power === 0 ? '' : BINARY_SUFFIXES[BINARY_SUFFIXES.length - power]}`;
}

/** `10`: a number of objects. */
export function formatCount(q: NanoQuantity): string {
  return formatCpu(q);
}
