import { chartIn, deployment, mistakesIn, objectOf, podSpecOf } from './application';
import { UNSAFE_VALUES, UnsafeValue } from './unsafe-value';
import { Acknowledgement, Acknowledgements } from '../../../src';

function unsafe({ props, change }: UnsafeValue) {
  const chart = chartIn('shop');
  const api = deployment(chart, 'api', props?.(undefined));
  change?.(api);
  return { chart, api };
}

describe.each(UNSAFE_VALUES)('$value', (given) => {
  test('is refused with one line that says how to accept it', () => {
    const lines = mistakesIn(unsafe(given).chart);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(given.line);
    expect(lines[0]).toContain(`Acknowledgements.of(construct).add({ rule: '${given.rule}', reason: '...' })`);
  });

  test('is in the manifest once it is acknowledged, with the reason beside it', () => {
    const { chart, api } = unsafe(given);
    Acknowledgements.of(api).add({ rule: given.rule, reason: 'SEC-412' });
    expect(given.manifest(podSpecOf(chart))).toEqual(given.expected);
    expect(objectOf(chart, 'Deployment').metadata.annotations).toEqual(Object.fromEntries(
      [given.rule, ...given.also ?? []].map((rule) => [`acknowledge.cdk8s-bulwark/${rule}`, 'SEC-412'])));
  });

  test('is refused all the same when another rule is acknowledged, or another construct', () => {
    const { chart, api } = unsafe(given);
    Acknowledgements.of(api).add({ rule: 'some-other-rule', reason: 'SEC-412' });
    Acknowledgements.of(deployment(chart, 'other')).add({ rule: given.rule, reason: 'SEC-412' });
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});

test('an annotation written by hand accepts nothing', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { hostNetwork: true, metadata: { name: 'api', annotations: { 'acknowledge.cdk8s-bulwark/host-network': 'me' } } });
  expect(mistakesIn(chart)).toHaveLength(1);
});

test('acknowledgements may be given as a prop', () => {
  const chart = chartIn('shop');
  const acknowledgements: Acknowledgement[] = [{ rule: 'host-network', reason: 'it is the CNI agent', expires: '2027-06-30' }];
  deployment(chart, 'api', { hostNetwork: true, acknowledgements });
  expect(objectOf(chart, 'Deployment').metadata.annotations).toEqual({
    'acknowledge.cdk8s-bulwark/host-network': 'it is the CNI agent; expires 2027-06-30',
  });
});
