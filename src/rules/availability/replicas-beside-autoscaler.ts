import { autoscalerOf } from '../../analysis/replicas';
import { Severity } from '../../findings/severity';
import { describeObject, valueAt } from '../../kubernetes/object';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const replicasBesideAutoscaler = rule({
  id: 'replicas-beside-autoscaler',
  title: 'Fixed replicas beside an autoscaler',
  severity: Severity.MEDIUM,
  domain: 'availability',
  why: 'Every time the manifest is applied, the pods that the autoscaler added for the load of the moment are killed.',
  fix: 'Remove spec.replicas; minReplicas of the HorizontalPodAutoscaler is where the lower bound stands.',
  equivalents: {
    'kube-score': ['deployment-targeted-by-hpa-does-not-have-replicas-configured'],
  },
  check: inApplication(['Deployment', 'StatefulSet'], (workload, application) => {
    const replicas = valueAt(workload, 'spec', 'replicas');
    const autoscaler = replicas === undefined ? undefined : autoscalerOf(application, workload);
    return autoscaler && fault('spec.replicas', `sets spec.replicas to ${shown(replicas)}, which ${describeObject(autoscaler)} sets too`);
  }),
});
