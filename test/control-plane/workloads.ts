import { KubernetesObject } from './client';

/** What the controller of a workload would create from its template. */
type Controller = (workload: KubernetesObject) => KubernetesObject[];

const CONTROLLERS: Record<string, Controller> = {
  Deployment: (workload) => pods(workload, workload.spec.template, workload.spec.replicas ?? 1),
  ReplicaSet: (workload) => pods(workload, workload.spec.template, workload.spec.replicas ?? 1),
  StatefulSet: statefulSet,
  // one node
  DaemonSet: (workload) => pods(workload, workload.spec.template, 1),
  Job: (workload) => pods(workload, workload.spec.template, workload.spec.parallelism ?? 1),
  // one run
  CronJob: (workload) => pods(workload, workload.spec.jobTemplate.spec.template, workload.spec.jobTemplate.spec.parallelism ?? 1),
};

/** Whether some controller makes Pods of this object. */
export function isWorkload(object: KubernetesObject): boolean {
  return object.kind in CONTROLLERS;
}

/** Every Pod of a workload, all replicas, and the claims of a StatefulSet, as its controller would create them. */
export function madeFrom(workload: KubernetesObject): KubernetesObject[] {
  return CONTROLLERS[workload.kind](workload);
}

function pods(workload: KubernetesObject, template: any, count: number): KubernetesObject[] {
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name: `${workload.metadata.name}-${index}`, namespace: workload.metadata.namespace },
    spec: template.spec,
  }));
}

function statefulSet(workload: KubernetesObject): KubernetesObject[] {
  const templates: any[] = workload.spec.volumeClaimTemplates ?? [];
  return pods(workload, workload.spec.template, workload.spec.replicas ?? 1).flatMap((pod) => {
    const claims = templates.map((template) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { ...template.metadata, name: `${template.metadata.name}-${pod.metadata.name}`, namespace: pod.metadata.namespace },
      spec: template.spec,
    }));
    const volumes = templates.map((template, index) => (
      { name: template.metadata.name, persistentVolumeClaim: { claimName: claims[index].metadata.name } }
    ));
    return [...claims, { ...pod, spec: { ...pod.spec, volumes: [...(pod.spec.volumes ?? []), ...volumes] } }];
  });
}
