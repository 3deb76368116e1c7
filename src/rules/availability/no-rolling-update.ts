import { Severity } from '../../findings/severity';
import { all } from '../check';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const noRollingUpdate = rule({
  id: 'no-rolling-update',
  title: 'Updates that do not roll',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Recreate makes every release an outage, and OnDelete leaves pods with known holes running until somebody deletes them.',
  fix: 'Set the type of spec.strategy, or of spec.updateStrategy, to RollingUpdate, or leave it out.',
  equivalents: {
    'kube-linter': ['no-rolling-update-strategy'],
    'kube-score': ['deployment-strategy'],
    'kubescape': ['C-0305'],
  },
  check: all(
    everyObject(['Deployment'], field('spec.strategy.type').isAbsentOr('RollingUpdate')),
    everyObject(['DaemonSet', 'StatefulSet'], field('spec.updateStrategy.type').isAbsentOr('RollingUpdate')),
  ),
});
