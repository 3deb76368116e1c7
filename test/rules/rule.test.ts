import { Severity } from '../../src/findings/severity';
import { inApplication, perObject } from '../../src/rules/check';
import { RuleDefinition, checkFor, descriptionOf, rule } from '../../src/rules/rule';

const ofObject = perObject(['Service'], () => undefined);
const ofAll = inApplication(['Service'], () => undefined);
const define = (more: Partial<RuleDefinition>) => rule({
  id: 'a-rule', title: 'A weakness', severity: Severity.HIGH, domain: 'test', why: 'Because.', fix: 'Mend it.', check: ofObject, ...more,
});

test.each(['A-rule', 'a--rule', 'a_rule', '-a', 'a-', '1a', '', 'a rule'])('%j is no id of a rule', (id) => {
  expect(() => define({ id })).toThrow(`rule id ${JSON.stringify(id)} must be lower-case words joined by hyphens`);
});

test.each(['a', 'a-rule', 'rbac-2-rule', 'k8s-thing'])('%j is an id of a rule', (id) => {
  expect(define({ id }).id).toBe(id);
});

test('a version that is none is a mistake', () => {
  expect(() => define({ check: { '1.x': ofObject } as never })).toThrow('rule a-rule: "1.x" is no version of Kubernetes');
});

test('a rule is in the default profile and cites nothing, unless it says so', () => {
  const { default: byDefault, standards, equivalents } = define({});
  expect({ byDefault, standards, equivalents }).toEqual({ byDefault: true, standards: [], equivalents: {} });
  expect(define({ default: false }).default).toBe(false);
});

test('a rule needs all objects when one of its checks does', () => {
  expect([define({}), define({ check: ofAll }), define({ check: { '1.0': ofObject, '1.30': ofAll } })].map(({ scope }) => scope)).toEqual(['object', 'application', 'application']);
});

test('the check for a version is the latest that had come by then', () => {
  const versioned = define({ check: { '1.9': ofObject, '1.30': ofAll } });
  expect([8, 9, 29, 30, 40].map((version) => checkFor(versioned, version))).toEqual([undefined, ofObject, ofObject, ofAll, ofAll]);
  expect(checkFor(define({}), 0)).toBe(ofObject);
});

test('a description is the text of a rule, without its checks', () => {
  expect(Object.keys(descriptionOf(define({})))).toEqual(['id', 'title', 'severity', 'domain', 'why', 'fix', 'standards', 'equivalents']);
});
