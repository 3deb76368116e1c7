import { Size, SizeRoundingBehavior } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { NANOS_PER_UNIT, formatBytes, parseQuantity } from '../../kubernetes/quantity';
import { PropCheck } from '../validation/prop-check';
import { struct, text as quantity } from '../validation/shape';

/**
 * How much of one resource a container is guaranteed, and how much it may take.
 */
export interface ResourceBounds {
  /**
   * What the scheduler reserves, as a Kubernetes quantity: `100m`, `128Mi`.
   *
   * @default - the request of HardenedDeployment's defaults, at most the limit
   */
  readonly request?: string;

  /**
   * What the container may not exceed, as a Kubernetes quantity: CPU is throttled there, a container
   * above its memory is killed, one above its ephemeral storage evicted.
   *
   * @default - the limit of HardenedDeployment's defaults, at least the request
   */
  readonly limit?: string;
}

/**
 * Requests and limits of a container. Every field that is not given has a default, so that no
 * container can take a node down with it.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface ContainerResourceRequirements {
  /**
   * @default - request 100m, limit 500m
   */
  readonly cpu?: ResourceBounds;

  /**
   * @default - request 128Mi, limit 256Mi
   */
  readonly memory?: ResourceBounds;

  /**
   * The container's logs, its writable paths on disk, and the layer it writes to.
   *
   * @default - request 64Mi, limit 128Mi plus the size of the writable paths on disk
   */
  readonly ephemeralStorage?: ResourceBounds;
}

/** Requests and limits as the API spells them, complete. */
export interface ResourceLists {
  readonly requests: { readonly [resource: string]: string };
  readonly limits: { readonly [resource: string]: string };
}

const DEFAULTS: { readonly [resource: string]: Required<ResourceBounds> } = {
  'cpu': { request: '100m', limit: '500m' },
  'memory': { request: '128Mi', limit: '256Mi' },
  'ephemeral-storage': { request: '64Mi', limit: '128Mi' },
};

/**
 * Completes requests and limits field by field; a default gives way so that the request never
 * exceeds the limit.
 *
 * @param extraStorage bytes that the default limit of ephemeral storage must hold on top
 */
export function completeResources(given: ContainerResourceRequirements = {}, extraStorage: bigint = 0n): ResourceLists {
  const requests: Record<string, string> = {};
  const limits: Record<string, string> = {};
  for (const [resource, bounds] of boundsOf(given)) {
    const fallback = DEFAULTS[resource];
    const defaultLimit = resource === 'ephemeral-storage' ? formatBytes(nanos(fallback.limit) + extraStorage * NANOS_PER_UNIT) : fallback.limit;
    // What is no amount is a mistake of its own, and must not make a second one of everything that is computed from it.
    const limit = nanos(bounds.limit) > 0n ? bounds.limit : undefined;
    const request = nanos(bounds.request) > 0n && !(limit && nanos(bounds.request) > nanos(limit)) ? bounds.request : undefined;
    requests[resource] = request ?? (limit !== undefined && nanos(limit) < nanos(fallback.request) ? limit : fallback.request);
    limits[resource] = limit ?? (nanos(requests[resource]) > nanos(defaultLimit) ? requests[resource] : defaultLimit);
  }
  return { requests, limits };
}

/** What is wrong with requests and limits as they were given. */
export function resourceChecks(given: ContainerResourceRequirements | undefined, prop: string): PropCheck[] {
  return boundsOf(given ?? {}).flatMap(([resource, bounds]) => {
    const request = bounds.request === undefined ? undefined : parseQuantity(bounds.request);
    const limit = bounds.limit === undefined ? undefined : parseQuantity(bounds.limit);
    const allowed = `a positive quantity such as ${DEFAULTS[resource].request}`;
    return [
      { when: bounds.request !== undefined && !(request! > 0n), prop: `${prop}.${resource}.request`, given: bounds.request, allowed },
      { when: bounds.limit !== undefined && !(limit! > 0n), prop: `${prop}.${resource}.limit`, given: bounds.limit, allowed },
      {
        when: request !== undefined && limit !== undefined && request > limit,
        prop: `${prop}.${resource}.request`, given: bounds.request, allowed: `at most the limit, ${bounds.limit}`,
      },
    ];
  });
}

const BOUNDS = struct<ResourceBounds>({ request: quantity, limit: quantity });
export const RESOURCES = struct<ContainerResourceRequirements>({ cpu: BOUNDS, memory: BOUNDS, ephemeralStorage: BOUNDS });

/** What a user of cdk8s-plus wrote, in our terms. */
export function fromKplus(resources: kplus.ContainerResources | null | undefined): ContainerResourceRequirements {
  const { cpu, memory, ephemeralStorage } = resources ?? {};
  return {
    cpu: cpu && { request: cpu.request?.amount, limit: cpu.limit?.amount },
    memory: memory && { request: sizeText(memory.request), limit: sizeText(memory.limit) },
    ephemeralStorage: ephemeralStorage && { request: sizeText(ephemeralStorage.request), limit: sizeText(ephemeralStorage.limit) },
  };
}

/** CPU and memory as cdk8s-plus holds them, where its autoscaler looks for them; rounded up to its units. */
export function toKplus({ requests, limits }: ResourceLists): kplus.ContainerResources {
  const cpu = (text: string) => kplus.Cpu.millis(Number(divideUp(nanos(text) * 1000n, NANOS_PER_UNIT)));
  const memory = (text: string) => Size.mebibytes(Number(divideUp(nanos(text), NANOS_PER_UNIT * 1024n * 1024n)));
  return {
    cpu: { request: cpu(requests.cpu), limit: cpu(limits.cpu) },
    memory: { request: memory(requests.memory), limit: memory(limits.memory) },
  };
}

function boundsOf(given: ContainerResourceRequirements): [string, ResourceBounds][] {
  return [['cpu', given.cpu ?? {}], ['memory', given.memory ?? {}], ['ephemeral-storage', given.ephemeralStorage ?? {}]];
}

function nanos(text: unknown): bigint {
  return parseQuantity(text) ?? 0n;
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}

function sizeText(size: Size | undefined): string | undefined {
  return size instanceof Size ? formatBytes(BigInt(size.toKibibytes({ rounding: SizeRoundingBehavior.FLOOR })) * 1024n * NANOS_PER_UNIT) : undefined;
}
