import { isAmount } from './declared-amount';
import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { nsa } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

const FIELDS = ['default', 'defaultRequest', 'max', 'min'];
const RESOURCES = ['cpu', 'memory'];

export const incompleteLimitRange = rule({
  id: 'incomplete-limit-range',
  title: 'LimitRange that leaves containers unlimited',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'What the LimitRange leaves out has neither a default nor a bound: one container may take what all the others share.',
  fix: 'Give spec.limits an item of type Container with default, defaultRequest, max and min, each for cpu and memory.',
  standards: [nsa('resource-policies'), nsa('namespaces')],
  equivalents: {
    trivy: ['KSV-0039'],
    kyverno: ['add-ns-quota'],
  },
  check: perObject(['LimitRange'], (range) => (listAt(range, 'spec', 'limits').some(isComplete)
    ? undefined : fault('spec.limits', `has no item of type Container with ${FIELDS.join(', ')} for ${RESOURCES.join(' and ')}`))),
});

function isComplete(item: unknown): boolean {
  return valueAt(item, 'type') === 'Container'
    && FIELDS.every((field) => RESOURCES.every((resource) => isAmount(valueAt(item, field, resource))));
}
