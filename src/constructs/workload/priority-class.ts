import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { dnsSubdomainProblem } from '../../kubernetes/names';
import { clusterScoped } from '../cluster-scoped';
import { checkAtSynth } from '../validation/prop-check';
import { flag, integer, readProps, text, withoutEchoes } from '../validation/shape';

/** Kubernetes keeps what is above for itself. */
const SHAPE = { value: integer(-1_000_000_000, 1_000_000_000), priorityClassName: text, preempts: flag, description: text };

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

  constructor(scope: Construct, id: string, given: PriorityClassProps) {
    super(scope, id);
    const { props, mistakes } = readProps(given, SHAPE);
    const resource = new kplus.k8s.KubePriorityClass(this, 'Resource', {
      metadata: props.priorityClassName === undefined ? {} : { name: props.priorityClassName },
      value: props.value,
      description: props.description,
      preemptionPolicy: props.preempts ? 'PreemptLowerPriority' : 'Never',
    });
    clusterScoped(resource);
    this.priorityClassName = resource.name;
    const problem = resource.name.startsWith('system-') ? 'a name that does not begin with system-' : dnsSubdomainProblem(resource.name);
    checkAtSynth(this, () => withoutEchoes(mistakes, [
      { when: problem !== undefined, prop: 'priorityClassName', given: resource.name, allowed: problem ?? '' },
      { when: props.value === undefined, prop: 'value', given: props.value, allowed: SHAPE.value.allowed },
    ]));
  }
}
