import { ApiObject } from 'cdk8s';

/**
 * Takes the chart's namespace off an object that has none: cdk8s stamps it on every object, and the
 * API server refuses it on cluster-scoped ones.
 */
export function clusterScoped(object: ApiObject): void {
  (object.metadata as { namespace?: string }).namespace = undefined;
}
