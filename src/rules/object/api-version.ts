import { API_LIFECYCLES, ApiLifecycle, lifecycleOf } from '../../kubernetes/api-lifecycle';
import { LATEST_KUBERNETES } from '../../kubernetes/version';
import { Check, fault, perObject } from '../check';
import { SinceVersion } from '../rule';

const KINDS = [...new Set(API_LIFECYCLES.flatMap(({ kinds }) => kinds))];

/** A check that every version of Kubernetes decides anew: what it says of an old API, as a verb phrase. */
export function perVersion(judge: (lifecycle: ApiLifecycle, kubernetes: number) => string | undefined): Readonly<Record<SinceVersion, Check>> {
  const check = (kubernetes: number) => perObject(KINDS, (object) => {
    const lifecycle = lifecycleOf(object);
    const does = lifecycle && judge(lifecycle, kubernetes);
    return does ? fault('apiVersion', does) : undefined;
  });
  return Object.fromEntries(Array.from({ length: LATEST_KUBERNETES + 1 }, (_, kubernetes) => [`1.${kubernetes}`, check(kubernetes)]));
}

/** `; use batch/v1`. */
export function instead({ replacement }: ApiLifecycle): string {
  return replacement === undefined ? ', and nothing has taken its place' : `; use ${replacement}`;
}
