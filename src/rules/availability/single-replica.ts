import { autoscalerOf } from '../../analysis/replicas';
import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const singleReplica = rule({
  id: 'single-replica',
  title: 'Single replica',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Every drained node, crash and eviction of the one pod is an outage.',
  fix: 'Set spec.replicas to at least 2, or let a HorizontalPodAutoscaler with minReplicas of at least 2 decide.',
  equivalents: {
    'kube-linter': ['minimum-three-replicas'],
    'kube-score': ['deployment-replicas'],
    'polaris': ['deploymentMissingReplicas'],
    'kyverno': ['require-deployments-have-multiple-replicas'],
  },
  check: inApplication(['Deployment'], (deployment, application) => {
    const replicas = valueAt(deployment, 'spec', 'replicas');
    // None at all is switched off, and nobody's outage.
    if ((Number.isInteger(replicas) && replicas !== 1) || autoscalerOf(application, deployment)) { return undefined; }
    return fault('spec.replicas', replicas === undefined ? 'does not set spec.replicas, so that it runs one pod' : `sets spec.replicas to ${shown(replicas)}`);
  }),
});
