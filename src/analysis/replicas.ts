import { Analysis, Application } from './application';
import { KubernetesObject, nameOf, namespaceOf, textAt, valueAt } from '../kubernetes/object';

/** Kinds that run as many equal pods as `spec.replicas` says. */
export const REPLICATED_KINDS = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

const autoscalersByTarget: Analysis<ReadonlyMap<string, KubernetesObject>> = (application) => {
  const autoscalers = new Map<string, KubernetesObject>();
  for (const object of application.objects) {
    if (object.kind !== 'HorizontalPodAutoscaler') { continue; }
    const kind = textAt(object, 'spec', 'scaleTargetRef', 'kind');
    const name = textAt(object, 'spec', 'scaleTargetRef', 'name');
    autoscalers.set(`${namespaceOf(object) ?? ''}/${kind}/${name}`, object);
  }
  return autoscalers;
};

/** The HorizontalPodAutoscaler that sets the replicas of a workload. */
export function autoscalerOf(application: Application, workload: KubernetesObject): KubernetesObject | undefined {
  return application.fact(autoscalersByTarget).get(`${namespaceOf(workload) ?? ''}/${workload.kind}/${nameOf(workload)}`);
}

/** As many pods as a workload is sure to run: what it asks for, or what its autoscaler never goes below. Unknown for other kinds. */
export function leastReplicas(application: Application, workload: KubernetesObject): number | undefined {
  if (!REPLICATED_KINDS.includes(workload.kind)) { return undefined; }
  const autoscaler = autoscalerOf(application, workload);
  const replicas = (autoscaler ? valueAt(autoscaler, 'spec', 'minReplicas') : valueAt(workload, 'spec', 'replicas')) ?? 1;
  return Number.isInteger(replicas) ? replicas as number : undefined;
}
