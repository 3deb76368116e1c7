import { Analysis, Application } from './application';
import { append } from './list-map';
import { Labels, SelectorIndex } from './selector-index';
import { Direction, directionsOf, isNetworkPolicy, podSelectorOf, rulesOf, selectsEverything } from '../kubernetes/network-policy';
import { KubernetesObject, mapAt, namespaceOf } from '../kubernetes/object';
import { podOf } from '../kubernetes/pod';

/** What the policies of a namespace amount to. */
interface NamespacePolicies {
  readonly index: SelectorIndex<KubernetesObject>;
  /** Directions in which every pod is closed, whatever its labels. */
  readonly closed: ReadonlySet<Direction>;
  /** What a pod would come to that all of them select. */
  readonly most: Isolation;
}

/** What policies make of the traffic of a pod. */
export interface Isolation {
  /** Directions in which only what a policy names gets through. */
  readonly closed: ReadonlySet<Direction>;
  /** Closed directions in which some policy names something. */
  readonly served: ReadonlySet<Direction>;
}

const policiesByNamespace: Analysis<ReadonlyMap<string, NamespacePolicies>> = (application) => {
  const byNamespace = new Map<string, KubernetesObject[]>();
  for (const object of application.objects) {
    if (isNetworkPolicy(object)) { append(byNamespace, namespaceOf(object) ?? '', object); }
  }
  return new Map([...byNamespace].map(([namespace, policies]) => [namespace, {
    index: new SelectorIndex(policies.map((item) => ({ item, selector: podSelectorOf(item) }))),
    closed: new Set(policies.filter((policy) => selectsEverything(podSelectorOf(policy))).flatMap(directionsOf)),
    most: isolationBy(policies),
  }]));
};

/** Directions in which the policies of a namespace close all its pods; nothing where it has no policy. */
export function closedDirections(application: Application, namespace: string | undefined): ReadonlySet<Direction> | undefined {
  return application.fact(policiesByNamespace).get(namespace ?? '')?.closed;
}

/** What the policies that select a pod make of its traffic. */
export function isolationOf(application: Application, object: KubernetesObject): Isolation {
  const known = application.fact(isolations);
  let isolation = known.get(object);
  if (!isolation) {
    const policies = application.fact(policiesByNamespace).get(namespaceOf(object) ?? '');
    isolation = policies ? isolationBy(policies.index.selecting(mapAt(podOf(object)?.metadata, 'labels') as Labels), policies.most) : OPEN;
    known.set(object, isolation);
  }
  return isolation;
}

const OPEN: Isolation = { closed: new Set(), served: new Set() };

/** What was worked out before. */
const isolations: Analysis<WeakMap<KubernetesObject, Isolation>> = () => new WeakMap();

/** No policy is looked at that could not add to what others have done. */
function isolationBy(policies: Iterable<KubernetesObject>, most?: Isolation): Isolation {
  const closed = new Set<Direction>();
  const served = new Set<Direction>();
  for (const policy of policies) {
    for (const direction of directionsOf(policy)) {
      closed.add(direction);
      if (rulesOf(policy, direction).length > 0) { served.add(direction); }
    }
    if (closed.size === most?.closed.size && served.size === most.served.size) { break; }
  }
  return { closed, served };
}
