import { objectNamed } from '../../analysis/named-objects';
import { mountedObjectsOf } from '../../kubernetes/mounted-object';
import { namespaceOf } from '../../kubernetes/object';
import { POD_BEARING_KINDS, podOf } from '../../kubernetes/pod';
import { Check, fault, inApplication, shown } from '../check';

/** Reports every object of a kind that a workload mounts and that is among the objects. */
export function everyMountedObject(kind: string): Check {
  return inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    return pod && mountedObjectsOf(pod)
      .filter((mounted) => mounted.kind === kind && objectNamed(application, kind, namespaceOf(object), mounted.name))
      .map(({ name, path }) => fault(`${pod.specPath}.${path}`, `mounts ${kind} ${shown(name)}`));
  });
}
