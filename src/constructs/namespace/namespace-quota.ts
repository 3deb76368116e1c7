import { NANOS_PER_UNIT, parseQuantity } from '../../kubernetes/quantity';
import { PropCheck } from '../validation/prop-check';
import { count, readProps, struct, text } from '../validation/shape';

const EXPOSED_SERVICES = ['services.nodeports', 'services.loadbalancers'];

const OPTIONS = struct<NamespaceQuotaOptions>({
  requestsCpu: text, requestsMemory: text, requestsEphemeralStorage: text, limitsCpu: text, limitsMemory: text, limitsEphemeralStorage: text,
  requestsStorage: text,
  persistentVolumeClaims: count, pods: count, services: count, nodePorts: count, loadBalancers: count, secrets: count, configMaps: count,
  deployments: count, statefulSets: count, jobs: count, cronJobs: count,
});

/**
 * What all objects of a namespace may take together. Quantities are Kubernetes quantities, counts are whole numbers.
 *
 * Whatever is left out is as in NamespaceQuota.SMALL.
 */
export interface NamespaceQuotaOptions {
  /** @default 4 */
  readonly requestsCpu?: string;
  /** @default 8Gi */
  readonly requestsMemory?: string;
  /** @default 8Gi */
  readonly requestsEphemeralStorage?: string;
  /** @default 12 */
  readonly limitsCpu?: string;
  /** @default 16Gi */
  readonly limitsMemory?: string;
  /** @default 16Gi */
  readonly limitsEphemeralStorage?: string;
  /** Sum of what all PersistentVolumeClaims request. @default 50Gi */
  readonly requestsStorage?: string;
  /** @default 10 */
  readonly persistentVolumeClaims?: number;
  /** @default 50 */
  readonly pods?: number;
  /** @default 30 */
  readonly services?: number;
  /** Services of type NodePort, and the node ports of load balancers. @default 0 - nothing is opened on the nodes */
  readonly nodePorts?: number;
  /** Services of type LoadBalancer. @default 0 - nothing is put on the network past the Ingress */
  readonly loadBalancers?: number;
  /** @default 50 */
  readonly secrets?: number;
  /** @default 50 */
  readonly configMaps?: number;
  /** @default 30 */
  readonly deployments?: number;
  /** @default 10 */
  readonly statefulSets?: number;
  /** @default 50 */
  readonly jobs?: number;
  /** @default 10 */
  readonly cronJobs?: number;
}

/**
 * A named size, or own numbers.
 *
 * Without a quota one namespace can starve the whole cluster, by mistake or on purpose.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class NamespaceQuota {
  /** One team's service or two: 4 CPU and 8Gi requested, 50 pods. */
  public static readonly SMALL = NamespaceQuota.of({});

  /** An application of some dozen services: 16 CPU and 32Gi requested, 200 pods. */
  public static readonly MEDIUM = NamespaceQuota.of({
    requestsCpu: '16', requestsMemory: '32Gi', requestsEphemeralStorage: '32Gi',
    limitsCpu: '48', limitsMemory: '64Gi', limitsEphemeralStorage: '64Gi',
    requestsStorage: '200Gi', persistentVolumeClaims: 40, pods: 200, services: 100,
    secrets: 200, configMaps: 200, deployments: 100, statefulSets: 40, jobs: 200, cronJobs: 40,
  });

  /** A platform of its own: 64 CPU and 128Gi requested, 800 pods. */
  public static readonly LARGE = NamespaceQuota.of({
    requestsCpu: '64', requestsMemory: '128Gi', requestsEphemeralStorage: '128Gi',
    limitsCpu: '192', limitsMemory: '256Gi', limitsEphemeralStorage: '256Gi',
    requestsStorage: '1Ti', persistentVolumeClaims: 160, pods: 800, services: 400,
    secrets: 800, configMaps: 800, deployments: 400, statefulSets: 160, jobs: 800, cronJobs: 160,
  });

  /**
   * Own numbers.
   *
   * @param options what differs from NamespaceQuota.SMALL
   */
  public static of(options: NamespaceQuotaOptions): NamespaceQuota {
    return new NamespaceQuota(options);
  }

  private readonly hard: { [resource: string]: string };

  private readonly mistakes: PropCheck[];

  private constructor(given: NamespaceQuotaOptions) {
    const { props, mistakes } = readProps({ quota: given }, { quota: OPTIONS });
    this.mistakes = mistakes;
    this.hard = hardOf(props.quota ?? {});
  }

  /**
   * `spec.hard` of the ResourceQuota.
   *
   * @internal
   */
  public get _hard(): { [resource: string]: string } {
    return { ...this.hard };
  }

  /** @internal */
  public get _checks(): PropCheck[] {
    return [...this.mistakes, ...Object.keys(this.hard).flatMap((resource) => this.checksOf(resource))];
  }

  private checksOf(resource: string): PropCheck[] {
    const given = this.hard[resource];
    const amount = parseQuantity(given);
    const request = resource.replace(/^limits\./, 'requests.');
    const what = { prop: `quota[${resource}]`, given };
    return [
      { ...what, when: !(amount! >= 0n), allowed: 'a quantity of at least 0, such as 4, 500m or 8Gi' },
      { ...what, when: !/^(requests|limits)\./.test(resource) && (amount ?? 0n) % NANOS_PER_UNIT !== 0n, allowed: 'a whole number' },
      { ...what, when: amount! < parseQuantity(this.hard[request])!, allowed: `at least ${request}, which is ${this.hard[request]}` },
      {
        ...what, when: EXPOSED_SERVICES.includes(resource) && amount! > 0n, rule: 'quota-allows-exposed-services', allowed: '0',
        because: 'anybody who may create a Service here can put pods on the network past the Ingress',
      },
    ];
  }
}

function hardOf(options: NamespaceQuotaOptions): { [resource: string]: string } {
  return {
    'requests.cpu': options.requestsCpu ?? '4',
    'requests.memory': options.requestsMemory ?? '8Gi',
    'requests.ephemeral-storage': options.requestsEphemeralStorage ?? '8Gi',
    'limits.cpu': options.limitsCpu ?? '12',
    'limits.memory': options.limitsMemory ?? '16Gi',
    'limits.ephemeral-storage': options.limitsEphemeralStorage ?? '16Gi',
    'requests.storage': options.requestsStorage ?? '50Gi',
    'persistentvolumeclaims': `${options.persistentVolumeClaims ?? 10}`,
    'pods': `${options.pods ?? 50}`,
    'services': `${options.services ?? 30}`,
    'services.nodeports': `${options.nodePorts ?? 0}`,
    'services.loadbalancers': `${options.loadBalancers ?? 0}`,
    'secrets': `${options.secrets ?? 50}`,
    'configmaps': `${options.configMaps ?? 50}`,
    'count/deployments.apps': `${options.deployments ?? 30}`,
    'count/statefulsets.apps': `${options.statefulSets ?? 10}`,
    'count/jobs.batch': `${options.jobs ?? 50}`,
    'count/cronjobs.batch': `${options.cronJobs ?? 10}`,
  };
}
