import * as kplus from 'cdk8s-plus-27';
import { ContainerResourceRequirements, ResourceLists, completeResources, resourceChecks, toKplus } from './resources';
import { PropCheck } from '../validation/prop-check';

interface KeptResources {
  readonly lists: ResourceLists;
  readonly checks: PropCheck[];
}

/** Requests and limits of containers, kept beside them: cdk8s-plus cannot express ephemeral storage below 1Gi. */
const resourcesOf = new WeakMap<kplus.Container, KeptResources>();

/** Completes what was given, and keeps it for `keptResources`. */
export function keepResources(container: kplus.Container, given: ContainerResourceRequirements, prop: string, extraStorage?: bigint): void {
  const lists = completeResources(given, extraStorage);
  resourcesOf.set(container, { lists, checks: resourceChecks(given, prop) });
  // Rendering a container with the ephemeral storage still in it would throw.
  (container as { resources?: kplus.ContainerResources }).resources = toKplus(lists);
}

export function keptResources(container: kplus.Container): KeptResources {
  return resourcesOf.get(container)!;
}
