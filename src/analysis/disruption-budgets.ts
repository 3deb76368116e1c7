import { Analysis, Application } from './application';
import { podsSelected } from './pods-by-label';
import { autoscalerOf, leastReplicas } from './replicas';
import { KubernetesObject, namespaceOf, valueAt } from '../kubernetes/object';

/** The pods that a PodDisruptionBudget guards. */
export interface GuardedPods {
  /** How many are sure to run; unknown where something other than replicas decides. */
  readonly least: number | undefined;
  readonly autoscaled: boolean;
}

const guardedPods: Analysis<WeakMap<readonly KubernetesObject[], GuardedPods>> = () => new WeakMap();

/** The pods that a budget guards. */
export function podsGuardedBy(application: Application, budget: KubernetesObject): GuardedPods {
  const workloads = workloadsGuardedBy(application, budget);
  const known = application.fact(guardedPods);
  let guarded = known.get(workloads);
  if (!guarded) {
    const replicas = workloads.map((workload) => leastReplicas(application, workload) ?? NaN);
    const least = replicas.reduce((sum, each) => sum + each, 0);
    guarded = {
      least: Number.isNaN(least) ? undefined : least,
      autoscaled: workloads.some((workload) => autoscalerOf(application, workload) !== undefined),
    };
    known.set(workloads, guarded);
  }
  return guarded;
}

const guardedWorkloads: Analysis<ReadonlySet<KubernetesObject>> = (application) => {
  const lists = new Set(application.objects.filter(({ kind }) => kind === 'PodDisruptionBudget')
    .map((budget) => workloadsGuardedBy(application, budget)));
  return new Set([...lists].flat());
};

/** Whether any budget guards the pods of a workload. */
export function isGuarded(application: Application, workload: KubernetesObject): boolean {
  return application.fact(guardedWorkloads).has(workload);
}

function workloadsGuardedBy(application: Application, budget: KubernetesObject): readonly KubernetesObject[] {
  return podsSelected(application, namespaceOf(budget), valueAt(budget, 'spec', 'selector'));
}
