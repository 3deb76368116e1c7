import { fieldPath } from '../../kubernetes/field-path';
import { PlainObject, valueAt } from '../../kubernetes/object';
import { parseQuantity } from '../../kubernetes/quantity';
import { Check, Fault, Faults, fault, perContainer, shown } from '../check';
import { SinceVersion } from '../rule';

/** `resources.requests` or `resources.limits` of a container. */
export type Bound = 'requests' | 'limits';

/** Whether an amount of a resource is set to a quantity above zero. */
export function isAmount(value: unknown): boolean {
  return (parseQuantity(value) ?? 0n) > 0n;
}

/** A field that must be set to an amount, below an owner such as a container. */
export function amountMissing(owner: PlainObject, ...path: readonly string[]): Fault | undefined {
  const value = valueAt(owner, ...path);
  if (isAmount(value)) { return undefined; }
  const field = fieldPath('', path);
  return fault(field, value === undefined ? `does not set ${field}` : `sets ${field} to ${shown(value)}, which is no amount above zero`);
}

/** Every container states an amount. Those added to a running pod to debug it (ephemeral ones) may not. */
export function everyContainerStates(bound: Bound, resource: string): Check {
  return perContainer((container): Faults => (
    container.role === 'ephemeral' ? undefined : amountMissing(container.spec, 'resources', bound, resource)));
}

/** As above; from Kubernetes 1.34 on, the pod may state it for all of its containers together. */
export function everyContainerOrPodStates(bound: Bound, resource: string): Readonly<Record<SinceVersion, Check>> {
  return {
    '1.0': everyContainerStates(bound, resource),
    '1.34': perContainer((container, pod): Faults => (container.role === 'ephemeral' || isAmount(valueAt(pod.spec, 'resources', bound, resource))
      ? undefined : amountMissing(container.spec, 'resources', bound, resource))),
  };
}
