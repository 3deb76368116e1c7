import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { clusterScoped } from '../cluster-scoped';

/**
 * A PriorityClass that exists: made by the application, or imported by name.
 */
export interface IPriorityClass {
  /**
   * Name of the PriorityClass.
   */
  readonly priorityClassName: string;
}

/**
 * Properties of a PriorityClass.
 */
export interface PriorityClassProps {
  /**
   * Name of the class, which is cluster-wide.
   *
   * @default - generated from the construct path
   */
  readonly priorityClassName?: string;

  /**
   * Pods of a higher value may evict pods of a lower one; at most 1,000,000,000.
   */
  readonly value: number;

  /**
   * Whether pods of this class may evict others to be scheduled.
   *
   * @default false - they go first in the queue and evict nobody
   */
  readonly preempts?: boolean;

  /**
   * When to use the class.
   *
   * @default - no description
   */
  readonly description?: string;
}

/**
 * Which pods are scheduled first when room is short. Cluster-wide.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export class PriorityClass extends Construct implements IPriorityClass {
  /**
   * A PriorityClass that exists in the cluster already.
   *
   * @param name its name
   */
  public static fromPriorityClassName(name: string): IPriorityClass {
    return { priorityClassName: name };
  }

  public readonly priorityClassName: string;

  constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(scope, id);
    const resource = new kplus.k8s.KubePriorityClass(this, 'Resource', {
      metadata: { name: props.priorityClassName },
      value: props.value,
      description: props.description,
      preemptionPolicy: props.preempts ? 'PreemptLowerPriority' : 'Never',
    });
    clusterScoped(resource);
    this.priorityClassName = resource.name;
  }
}
