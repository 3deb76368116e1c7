import { ApiObject, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Acknowledgement, Acknowledgements } from '../../../src';
import { chartIn, deployment, mistakesIn, objectOf } from '../workload/application';

const annotationsOf = (chart: Chart) => objectOf(chart, 'Deployment').metadata.annotations;

function acknowledging(...acknowledgements: unknown[]) {
  const chart = chartIn('shop');
  const api = deployment(chart);
  acknowledgements.forEach((one) => Acknowledgements.of(api).add(one as Acknowledgement));
  return { chart, api };
}

test('a reason is written on the object', () => {
  expect(annotationsOf(acknowledging({ rule: 'host-path-volume', reason: 'reads node logs, SEC-412' }).chart)).toEqual({
    'acknowledge.cdk8s-bulwark/host-path-volume': 'reads node logs, SEC-412',
  });
});

test('with the day on which it ends', () => {
  expect(annotationsOf(acknowledging({ rule: 'host-path-volume', reason: 'SEC-412', expires: '2027-06-30' }).chart)).toEqual({
    'acknowledge.cdk8s-bulwark/host-path-volume': 'SEC-412; expires 2027-06-30',
  });
});

test('in one line, whatever it was', () => {
  expect(annotationsOf(acknowledging({ rule: 'a-rule', reason: '  two\n lines\tand a tab ' }).chart)).toEqual({ 'acknowledge.cdk8s-bulwark/a-rule': 'two lines and a tab' });
});

test('a second reason for the same rule replaces the first, expiry included', () => {
  const { chart, api } = acknowledging({ rule: 'a-rule', reason: 'first', expires: '2027-01-01' }, { rule: 'a-rule', reason: 'second' });
  expect(annotationsOf(chart)).toEqual({ 'acknowledge.cdk8s-bulwark/a-rule': 'second' });
  expect(Acknowledgements.of(api).all).toEqual([{ rule: 'a-rule', reason: 'second' }]);
});

test('accepts() knows the rules that were added, and no other', () => {
  const { api } = acknowledging({ rule: 'a-rule', reason: 'x' });
  expect(['a-rule', 'b-rule', 'constructor', 'toString', '__proto__', ''].map((rule) => Acknowledgements.of(api).accepts(rule))).toEqual([true, false, false, false, false, false]);
});

test('they belong to one construct, however often one asks', () => {
  const chart = chartIn('shop');
  const [one, other] = [deployment(chart, 'one'), deployment(chart, 'other')];
  Acknowledgements.of(one).add({ rule: 'a-rule', reason: 'x' });
  expect(Acknowledgements.of(one)).toBe(Acknowledgements.of(one));
  expect(Acknowledgements.of(other).all).toEqual([]);
});

test('a raw ApiObject carries its own', () => {
  const chart = chartIn('shop');
  const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } });
  Acknowledgements.of(object).add({ rule: 'a-rule', reason: 'x' });
  expect(objectOf(chart, 'ConfigMap').metadata.annotations).toEqual({ 'acknowledge.cdk8s-bulwark/a-rule': 'x' });
});

test('a plain cdk8s-plus construct carries its own', () => {
  const chart = chartIn('shop');
  Acknowledgements.of(new kplus.ConfigMap(chart, 'config')).add({ rule: 'a-rule', reason: 'x' });
  expect(objectOf(chart, 'ConfigMap').metadata.annotations).toEqual({ 'acknowledge.cdk8s-bulwark/a-rule': 'x' });
});

test('a construct that is no object has nowhere to keep them', () => {
  const chart = chartIn('shop');
  Acknowledgements.of(chart).add({ rule: 'a-rule', reason: 'x' });
  expect(mistakesIn(chart)).toEqual(['[shop] acknowledgement.of is "shop", allowed is a construct that is one Kubernetes object']);
});

describe('what is none is one line each, and accepts nothing:', () => {
  test.each<[string, any, RegExp]>([
    ['no reason', { rule: 'a-rule' }, /acknowledgement\.reason is missing/],
    ['an empty reason', { rule: 'a-rule', reason: '' }, /acknowledgement\.reason is ""/],
    ['a blank reason', { rule: 'a-rule', reason: ' \n ' }, /acknowledgement\.reason is/],
    ['a reason that is no text', { rule: 'a-rule', reason: { toString: () => 'x' } }, /acknowledgement\.reason is/],
    ['no rule', { reason: 'x' }, /acknowledgement\.rule is missing/],
    ['a rule in capitals', { rule: 'Privileged', reason: 'x' }, /acknowledgement\.rule is "Privileged"/],
    ['a rule with a newline', { rule: 'a-rule\nb', reason: 'x' }, /acknowledgement\.rule is "a-rule\\nb"/],
    ['a rule with a slash', { rule: 'a/b', reason: 'x' }, /acknowledgement\.rule is "a\/b"/],
    ['a rule too long for an annotation', { rule: 'a'.repeat(64), reason: 'x' }, /acknowledgement\.rule is "aaaa/],
    ['a list of rules', { rule: ['a-rule'], reason: 'x' }, /acknowledgement\.rule is \["a-rule"\]/],
    ['a symbol as rule', { rule: Symbol('a-rule'), reason: 'x' }, /acknowledgement\.rule is Symbol\(a-rule\)/],
    ['a bare object as rule', { rule: Object.create(null), reason: 'x' }, /acknowledgement\.rule is/],
    ['a day that does not exist', { rule: 'a-rule', reason: 'x', expires: '2027-02-30' }, /acknowledgement\.expires is "2027-02-30"/],
    ['another spelling of a day', { rule: 'a-rule', reason: 'x', expires: '30.6.2027' }, /acknowledgement\.expires is/],
    ['a Date', { rule: 'a-rule', reason: 'x', expires: new Date(0) }, /acknowledgement\.expires is/],
    ['a number as day', { rule: 'a-rule', reason: 'x', expires: 20270630 }, /acknowledgement\.expires is 20270630/],
    ['a symbol as day', { rule: 'a-rule', reason: 'x', expires: Symbol('soon') }, /acknowledgement\.expires is Symbol\(soon\)/],
    ['a reason longer than annotations may be', { rule: 'a-rule', reason: 'x'.repeat(300_000) }, /acknowledgement\.reason is/],
    ['a reason that pretends to have a day', { rule: 'a-rule', reason: 'x; expires 2099-01-01' }, /acknowledgement\.reason is/],
    ['null', null, /acknowledgement/],
    ['a text', 'a-rule', /acknowledgement/],
  ])('%s', (_, acknowledgement, line) => {
    const { chart, api } = acknowledging(acknowledgement);
    const lines = mistakesIn(chart);
    expect(lines).not.toEqual([]);
    lines.forEach((one) => expect(one.length).toBeLessThan(400));
    expect(lines[0]).toMatch(line);
    expect(Acknowledgements.of(api).all).toEqual([]);
  });

  test('a prop that is no list', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { acknowledgements: 'host-network' as any });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('acknowledgements')]);
  });
});

test('a mistaken one does not take an earlier one away', () => {
  const { api } = acknowledging({ rule: 'a-rule', reason: 'x' }, { rule: 'a-rule', reason: '' });
  expect(Acknowledgements.of(api).accepts('a-rule')).toBe(true);
});

test('reading them twice, or synthesizing twice, changes nothing', () => {
  const { chart } = acknowledging({ rule: 'a-rule', reason: 'x' });
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
});
