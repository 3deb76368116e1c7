import * as kplus from 'cdk8s-plus-27';
import { parseQuantity } from '../../kubernetes/quantity';
import { PropCheck } from '../validation/prop-check';
import { struct, text } from '../validation/shape';

/**
 * One quantity per compute resource.
 */
export interface ComputeQuantities {
  /** Such as `500m`. @default - as described where it is used */
  readonly cpu?: string;
  /** Such as `256Mi`. @default - as described where it is used */
  readonly memory?: string;
  /** Such as `1Gi`. @default - as described where it is used */
  readonly ephemeralStorage?: string;
}

/**
 * What a single container, pod or claim may take, and what containers get that say nothing.
 *
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export interface NamespaceLimits {
  /** The least that a container may ask for. @default - 10m, 16Mi, 1Mi */
  readonly containerMin?: ComputeQuantities;
  /** The most that a container may ask for. @default - 2, 4Gi, 4Gi */
  readonly containerMax?: ComputeQuantities;
  /** Limit of containers that state none. @default - 500m, 256Mi, 256Mi */
  readonly containerDefault?: ComputeQuantities;
  /** Request of containers that state none. @default - 100m, 128Mi, 64Mi */
  readonly containerDefaultRequest?: ComputeQuantities;
  /** The most that all containers of a pod may ask for together. @default - 4, 8Gi, 8Gi */
  readonly podMax?: ComputeQuantities;
  /** The smallest PersistentVolumeClaim. @default 1Gi */
  readonly claimMin?: string;
  /** The largest PersistentVolumeClaim. @default 50Gi */
  readonly claimMax?: string;
}

const QUANTITIES = struct<ComputeQuantities>({ cpu: text, memory: text, ephemeralStorage: text });
export const LIMITS = struct<NamespaceLimits>({
  containerMin: QUANTITIES, containerMax: QUANTITIES, containerDefault: QUANTITIES, containerDefaultRequest: QUANTITIES, podMax: QUANTITIES,
  claimMin: text, claimMax: text,
});

type Quantities = { readonly [resource: string]: string };

/** Items of a LimitRange as the API spells them. */
export interface LimitRangeItem {
  readonly type: string;
  readonly min?: Quantities;
  readonly max?: Quantities;
  readonly default?: Quantities;
  readonly defaultRequest?: Quantities;
}

export function limitRangeItems(limits: NamespaceLimits = {}): LimitRangeItem[] {
  return [
    {
      type: 'Container',
      min: compute(limits.containerMin, '10m', '16Mi', '1Mi'),
      max: compute(limits.containerMax, '2', '4Gi', '4Gi'),
      default: compute(limits.containerDefault, '500m', '256Mi', '256Mi'),
      defaultRequest: compute(limits.containerDefaultRequest, '100m', '128Mi', '64Mi'),
    },
    { type: 'Pod', max: compute(limits.podMax, '4', '8Gi', '8Gi') },
    {
      type: 'PersistentVolumeClaim',
      min: { storage: limits.claimMin ?? '1Gi' },
      max: { storage: limits.claimMax ?? '50Gi' },
    },
  ];
}

export function toLimitRangeSpec(items: LimitRangeItem[]): kplus.k8s.LimitRangeSpec {
  const quantities = (list?: Quantities) => list && Object.fromEntries(
    Object.entries(list).map(([resource, quantity]) => [resource, kplus.k8s.Quantity.fromString(quantity)]));
  return {
    limits: items.map((item) => ({
      type: item.type,
      min: quantities(item.min),
      max: quantities(item.max),
      default: quantities(item.default),
      defaultRequest: quantities(item.defaultRequest),
    })),
  };
}

/** Quantities that are none, and bounds that no container could keep; the server refuses both. */
export function limitChecks(items: LimitRangeItem[]): PropCheck[] {
  return items.flatMap((item) => {
    const ladder = (['min', 'defaultRequest', 'default', 'max'] as const).filter((bound) => item[bound]);
    return ladder.flatMap((bound, index) => Object.entries(item[bound] ?? {}).flatMap(([resource, given]) => {
      const lower = ladder[index - 1];
      const below = lower && item[lower]?.[resource];
      return [
        {
          when: !(parseQuantity(given)! > 0n), prop: `limits.${item.type}.${bound}[${resource}]`, given,
          allowed: 'a positive quantity, such as 500m or 256Mi',
        },
        {
          when: below !== undefined && parseQuantity(below)! > parseQuantity(given)!, prop: `limits.${item.type}.${bound}[${resource}]`, given,
          allowed: `at least ${lower}, which is ${below}`,
        },
      ];
    }));
  });
}

function compute(given: ComputeQuantities = {}, cpu: string, memory: string, ephemeralStorage: string): Quantities {
  return { 'cpu': given.cpu ?? cpu, 'memory': given.memory ?? memory, 'ephemeral-storage': given.ephemeralStorage ?? ephemeralStorage };
}
