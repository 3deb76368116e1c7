import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { IConstruct } from 'constructs';
import { LimitRangeItem } from './namespace-limits';
import { ObjectLike, WorkloadLike, replicasFromAutoscaler, shortages, workloadOf } from '../../analysis/capacity';
import { PropCheck } from '../validation/prop-check';

/** An object as far as it is rendered: its identity, and of its spec what arithmetic needs. */
interface Item {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: unknown;
  readonly where: string;
}

/** What the application's own objects need in a namespace, held against its quota and limits. */
export function capacityChecks(scope: IConstruct, namespace: string, quota: { [resource: string]: string }, limits: LimitRangeItem[]): PropCheck[] {
  const items = Inventory.of(scope.node.root).itemsIn(namespace);
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

/**
 * All objects of an application by namespace, rendered once per synthesis however many namespaces ask.
 *
 * Validation visits the root before everything else: that is where the inventory of the last synthesis is dropped.
 */
class Inventory {
  public static of(root: IConstruct): Inventory {
    let inventory = inventories.get(root);
    if (!inventory) {
      inventory = new Inventory(root);
      inventories.set(root, inventory);
    }
    return inventory;
  }

  private items?: Map<string, Item[]>;

  private constructor(private readonly root: IConstruct) {
    root.node.addValidation({
      validate: () => {
        this.items = undefined;
        return [];
      },
    });
  }

  public itemsIn(namespace: string): Item[] {
    this.items ??= this.collect();
    return this.items.get(namespace) ?? [];
  }

  private collect(): Map<string, Item[]> {
    const items = new Map<string, Item[]>();
    for (const construct of this.root.node.findAll()) {
      if (!ApiObject.isApiObject(construct) || construct.metadata.namespace === undefined) { continue; }
      const { namespace } = construct.metadata;
      items.set(namespace, items.get(namespace) ?? []);
      items.get(namespace)!.push(itemOf(construct));
    }
    return items;
  }
}

const inventories = new WeakMap<IConstruct, Inventory>();

/** Kinds of which only the number counts: rendering them would cost as much as synthesis itself. */
const COUNTED_ONLY = new Set(['ConfigMap', 'Secret', 'ServiceAccount', 'NetworkPolicy', 'PodDisruptionBudget', 'Role', 'RoleBinding', 'Ingress',
  'ResourceQuota', 'LimitRange']);

function itemOf(object: ApiObject): Item {
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: { name: object.name },
    where: object.node.scope?.node.path ?? object.node.path,
    spec: specIfAny(object),
  };
}

/** An object that cannot be rendered is left to synthesis, which ends with cdk8s' own error. */
function specIfAny(object: ApiObject): unknown {
  try {
    return specOf(object);
  } catch {
    return undefined;
  }
}

function specOf(object: ApiObject): unknown {
  const owner = object.node.scope;
  if (COUNTED_ONLY.has(object.kind)) { return undefined; }
  if (owner?.node.defaultChild === object) {
    if (owner instanceof kplus.Service) { return { type: owner.type, ports: owner.ports }; }
    if (owner instanceof kplus.AbstractPod) { return podOwnerSpec(owner); }
  }
  return object.toJson().spec;
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
