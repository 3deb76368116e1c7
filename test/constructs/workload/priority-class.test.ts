import { chartIn, deployment, mistakesIn, objectOf, podSpecOf } from './application';
import { IPriorityClass, PriorityClass } from '../../../src';

test('a class that is made is named by the pods', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { priorityClass: new PriorityClass(chart, 'priority', { priorityClassName: 'app-standard', value: 1000 }) });
  expect(podSpecOf(chart).priorityClassName).toBe('app-standard');
  expect(objectOf(chart, 'PriorityClass')).toMatchObject({ metadata: { name: 'app-standard' }, value: 1000, preemptionPolicy: 'Never' });
});

test('a class without a name of its own has the name that the pods use', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { priorityClass: new PriorityClass(chart, 'priority', { value: 1000 }) });
  expect(objectOf(chart, 'PriorityClass').metadata.name).toBe(podSpecOf(chart).priorityClassName);
});

test('it is cluster-wide, whatever the namespace of its chart (B11)', () => {
  const chart = chartIn('shop');
  new PriorityClass(chart, 'priority', { priorityClassName: 'app-standard', value: 1000 });
  expect(objectOf(chart, 'PriorityClass').metadata).not.toHaveProperty('namespace');
});

test('a class of the cluster is imported by name', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { priorityClass: PriorityClass.fromPriorityClassName('app-standard') });
  expect(podSpecOf(chart).priorityClassName).toBe('app-standard');
});

test('preemption must be asked for', () => {
  const chart = chartIn('shop');
  new PriorityClass(chart, 'priority', { priorityClassName: 'app-urgent', value: 1000, preempts: true });
  expect(objectOf(chart, 'PriorityClass').preemptionPolicy).toBe('PreemptLowerPriority');
});

test.each<[string, any]>([
  ['a value above what Kubernetes leaves to applications', { value: 1_000_000_001 }],
  ['a fraction', { value: 1.5 }],
  ['no value', {}],
  ['a name reserved for the system', { value: 1, priorityClassName: 'system-mine' }],
  ['a name that is none', { value: 1, priorityClassName: 'My Priority' }],
])('%s is refused', (_, props) => {
  const chart = chartIn('shop');
  new PriorityClass(chart, 'priority', { priorityClassName: 'app-standard', ...props });
  expect(mistakesIn(chart)).toHaveLength(1);
});

test.each<[string, any]>([['a text', 'app-standard'], ['an empty name', PriorityClass.fromPriorityClassName('')]])('%s instead of a class is refused, not dropped', (_, priorityClass) => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { priorityClass: priorityClass as IPriorityClass });
  expect(mistakesIn(chart)).toHaveLength(1);
});
