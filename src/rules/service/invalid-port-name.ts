import { Severity } from '../../findings/severity';
import { portNameProblem } from '../../kubernetes/names';
import { listAt, valueAt } from '../../kubernetes/object';
import { all, fault, perContainer, perObject, shown } from '../check';
import { rule } from '../rule';

/** A port is a number, or a name by the rules for names. */
function isWrongName(name: unknown): boolean {
  return name !== undefined && portNameProblem(name) !== undefined;
}

export const invalidPortName = rule({
  id: 'invalid-port-name',
  title: 'Invalid name of a port',
  severity: Severity.LOW,
  domain: 'service',
  why: 'The API server refuses the object, or the Service finds no port of that name and every call fails.',
  fix: 'Use at most 15 lower-case letters, digits and single hyphens, at least one of them a letter.',
  equivalents: {
    'kube-linter': ['invalid-target-ports'],
    'kube-score': ['container-ports-check'],
  },
  check: all(
    perContainer((container) => listAt(container.spec, 'ports').flatMap((port, index) => {
      const name = valueAt(port, 'name');
      return isWrongName(name) ? [fault(`ports[${index}].name`, `calls a port ${shown(name)}`)] : [];
    })),
    perObject(['Service'], (service) => listAt(service, 'spec', 'ports').flatMap((port, index) => {
      const target = valueAt(port, 'targetPort');
      return typeof target !== 'number' && isWrongName(target) ? [fault(`spec.ports[${index}].targetPort`, `looks for a port called ${shown(target)}`)] : [];
    })),
  ),
});
