import { valueAt } from './object';
import { Pod } from './pod';

/** Whether the pod says that it is for Windows nodes, where securityContext means other things. */
export function runsOnWindows({ spec }: Pod): boolean {
  return valueAt(spec, 'os', 'name') === 'windows' || valueAt(spec, 'nodeSelector', 'kubernetes.io/os') === 'windows';
}
