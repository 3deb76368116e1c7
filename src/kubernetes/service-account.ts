import { listAt, mapAt, textAt } from './object';
import { Pod } from './pod';

/** The account that a pod runs as. `serviceAccount` is the old name of the field. */
export function serviceAccountNameOf(pod: Pod): string {
  return textAt(pod.spec, 'serviceAccountName') || textAt(pod.spec, 'serviceAccount') || 'default';
}

/** Whether a volume of the pod holds a token for the API server, whatever is mounted by itself. */
export function projectsToken(pod: Pod): boolean {
  return listAt(pod.spec, 'volumes').some((volume) => (
    listAt(volume, 'projected', 'sources').some((source) => mapAt(source, 'serviceAccountToken') !== undefined)));
}
