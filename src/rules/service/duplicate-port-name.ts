import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { fault, perPod, shown } from '../check';
import { rule } from '../rule';

export const duplicatePortName = rule({
  id: 'duplicate-port-name',
  title: 'Two ports of one name',
  severity: Severity.LOW,
  domain: 'service',
  why: 'A Service or probe that asks for the port by its name takes the first: traffic goes to the wrong container.',
  fix: 'Give every port of the pod a name of its own.',
  equivalents: {
    'kube-score': ['container-ports-check'],
  },
  check: perPod((pod) => {
    const seen = new Set<unknown>();
    return pod.containers.flatMap((container) => listAt(container.spec, 'ports').flatMap((port, index) => {
      const name = valueAt(port, 'name');
      if (name === undefined || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      const path = `${container.path}.ports[${index}].name`;
      return [fault(path.slice(pod.path === '' ? 0 : pod.path.length + 1), `calls a second port ${shown(name)}`)];
    }));
  }),
});
