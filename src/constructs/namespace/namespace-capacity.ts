import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { IConstruct } from 'constructs';
import { LimitRangeItem } from './namespace-limits';
import { ObjectLike, WorkloadLike, replicasFromAutoscaler, shortages, workloadOf } from '../../analysis/capacity';
import { ApplicationObjects } from '../validation/application-objects';
import { isPatched } from '../validation/json-patches';
import { PropCheck } from '../validation/prop-check';

/** An object as far as it is rendered: its identity, and of its spec what arithmetic needs. */
interface Item {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
  readonly where: string;
}

/** What the application's own objects need in a namespace, held against its quota and limits. */
export function capacityChecks(scope: IConstruct, namespace: string, quota: { [resource: string]: string }, limits: LimitRangeItem[]): PropCheck[] {
  const items = ApplicationObjects.of(scope).all
    .filter((object) => object.kind === 'List' || object.metadata.namespace === namespace)
    .flatMap(itemsOf)
    .filter((item) => item.metadata.namespace === namespace);
  const objects = items.map(({ metadata, ...item }): ObjectLike => ({ ...item, name: metadata.name }));
  const autoscaled = replicasFromAutoscaler(objects);
  const workloads = items
    .map((item) => workloadOf(item, item.where, autoscaled))
    .filter((workload): workload is WorkloadLike => workload !== undefined);
  return shortages({ quota, limitRange: { limits }, workloads, objects }).map((shortage) => ({
    when: true,
    prop: shortage.where === undefined ? shortage.resource : `${shortage.resource} of ${shortage.where}`,
    given: shortage.need,
    allowed: shortage.room,
    because: shortage.message.replace(`${shortage.resource}: `, ''),
  }));
}

/** Kinds of which only the number counts: rendering them would cost as much as synthesis itself. */
const COUNTED_ONLY = new Set(['ConfigMap', 'Secret', 'ServiceAccount', 'NetworkPolicy', 'PodDisruptionBudget', 'Role', 'RoleBinding', 'Ingress',
  'ResourceQuota', 'LimitRange']);

function itemsOf(object: ApiObject): Item[] {
  const { namespace } = object.metadata;
  const owner = object.node.scope;
  const isMain = owner !== undefined && !Chart.isChart(owner) && owner.node.defaultChild === object;
  const where = isMain ? owner.node.path : object.node.path;
  const identity = { apiVersion: object.apiVersion, kind: object.kind, metadata: { name: object.name, namespace }, where };
  if (object.kind === 'List') { return itemsOfList(object); }
  if (COUNTED_ONLY.has(object.kind)) { return [identity]; }
  if (isMain && !isPatched(object)) {
    if (owner instanceof kplus.Service) { return [{ ...identity, spec: { type: owner.type, ports: owner.ports } }]; }
    if (owner instanceof kplus.AbstractPod) { return [{ ...identity, spec: rendered(() => podOwnerSpec(owner)) }]; }
  }
  return [{ ...identity, spec: rendered(() => object.toJson().spec) }];
}

function itemsOfList(list: ApiObject): Item[] {
  const items: unknown = rendered(() => list.toJson().items);
  return (Array.isArray(items) ? items : []).map((item) => ({
    ...item,
    metadata: { namespace: list.metadata.namespace, ...item?.metadata },
    where: list.node.path,
  }));
}

/** An object that cannot be rendered is left to synthesis, which ends with cdk8s' own error. */
function rendered<T>(render: () => T): T | undefined {
  try {
    return render();
  } catch {
    return undefined;
  }
}

/**
 * The spec of a cdk8s-plus workload before resolution. `spread` is masked, since rendering a spread
 * workload adds to its anti-affinity each time.
 */
function podOwnerSpec(owner: kplus.AbstractPod): unknown {
  const view = Object.create(owner, { spread: { value: false } }) as kplus.Deployment;
  const spec = view._toKube();
  return { ...spec, strategy: { type: spec.strategy?.type, rollingUpdate: { maxSurge: spec.strategy?.rollingUpdate?.maxSurge?.value } } };
}
