import { AdmissionObject, renderAdmission } from '../../src/admission/policies';
import { Severity } from '../../src/findings/severity';
import { all, fault, inApplication, perObject, perPod } from '../../src/rules/check';
import { Rule, RuleDefinition, rule } from '../../src/rules/rule';
import { everyContainer, everyObject, everyPod, field } from '../../src/rules/vocabulary';

const define = (check: RuleDefinition['check'], id = 'a-rule'): Rule => rule({
  id, title: 'A weakness', severity: Severity.HIGH, domain: 'test', why: 'Because.', fix: 'Mend it.', check,
});
const render = (check: RuleDefinition['check'], version = 36): any[] => renderAdmission([define(check)], version);
const ofContainers = everyContainer(field('privileged').isAbsentOr(false));

test('a rule becomes a policy and its binding, called after it', () => {
  const [policy, binding] = render(ofContainers);
  expect([policy, binding].map(({ kind, metadata: { name } }: AdmissionObject) => [kind, name])).toEqual([
    ['ValidatingAdmissionPolicy', 'bulwark-a-rule'], ['ValidatingAdmissionPolicyBinding', 'bulwark-a-rule'],
  ]);
  expect(binding.spec).toEqual({
    policyName: 'bulwark-a-rule',
    validationActions: ['Deny'],
    matchResources: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }] } },
  });
});

test('a policy fails closed', () => {
  expect(render(ofContainers)[0].spec.failurePolicy).toBe('Fail');
});

test('a policy about pods asks about all that makes them, and about debug containers', () => {
  expect(render(ofContainers)[0].spec.matchConstraints.resourceRules).toEqual([
    { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['pods', 'pods/ephemeralcontainers', 'podtemplates', 'replicationcontrollers'] },
    { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] },
    { apiGroups: ['batch'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['jobs', 'cronjobs'] },
  ]);
});

test('a policy about other objects asks about those, and has no pod', () => {
  const [{ spec }] = render(everyObject(['Service', 'Ingress'], field('spec.externalIPs').isAbsent()));
  expect(spec.matchConstraints.resourceRules.map(({ resources }: any) => resources)).toEqual([['services'], ['ingresses']]);
  expect(spec).not.toHaveProperty('variables');
  expect(spec.matchConditions.map(({ name }: any) => name)).toEqual(['not-being-deleted']);
});

test('conditions about some of the kinds of a rule leave the others alone', () => {
  const [{ spec }] = render(all(
    everyObject(['Job'], field('spec.ttl').isPresent()),
    everyObject(['CronJob', 'Service'], field('spec.deadline').isPresent()),
  ));
  expect(spec.validations.map(({ expression }: any) => expression)).toEqual([
    "!(object.kind in ['Job']) || (object.?spec.?ttl.hasValue())",
    "!(object.kind in ['CronJob', 'Service']) || (object.?spec.?deadline.hasValue())",
  ]);
});

test('a message names the rule, what it requires and the culprits', () => {
  const [{ spec: { validations: [{ message, messageExpression, reason }] } }] = render(everyContainer(field('user').is("it's")));
  expect(message).toBe("a-rule: user of every container must be it's");
  expect(messageExpression).toBe(
    "'a-rule: user of every container must be it\\'s, but not so in ' + variables.containers.filter(container, !(container.?user == optional.of('it\\'s'))).map(container, container.name).join(', ')",
  );
  expect(reason).toBe('Forbidden');
});

test('a condition about the pod has no culprit to name', () => {
  expect(render(everyPod(field('hostNetwork').isAbsentOr(false)))[0].spec.validations[0]).not.toHaveProperty('messageExpression');
});

test('a rule written by hand brings its own condition', () => {
  const check = perPod(() => fault('spec', 'is'), { holds: 'true', message: 'it must be' });
  expect(render(check)[0].spec.validations).toEqual([{ expression: 'true', message: 'a-rule: it must be', reason: 'Forbidden' }]);
});

test('rules that need several objects, or have no CEL, are left out', () => {
  expect(render(inApplication(['Service'], () => undefined))).toEqual([]);
  expect(render(perPod(() => undefined))).toEqual([]);
  expect(render(all(ofContainers, perPod(() => undefined)))).toEqual([]);
});

test('a rule that came later, or changed, is rendered as of the version', () => {
  const check = { 1.31: everyPod(field('a').isAbsent()), 1.35: everyPod(field('b').isAbsent()) } as const;
  expect(render(check, 30)).toEqual([]);
  expect([31, 34, 35].map((version) => render(check, version)[0].spec.validations[0].message)).toEqual([
    'a-rule: a of the pod must be absent', 'a-rule: a of the pod must be absent', 'a-rule: b of the pod must be absent',
  ]);
});

test('what happens about a breach, and where nothing does, can be chosen', () => {
  const [, { spec }]: any[] = renderAdmission([define(ofContainers)], 36, { validationActions: ['Warn', 'Audit'], exemptNamespaces: [] });
  expect(spec).toEqual({ policyName: 'bulwark-a-rule', validationActions: ['Warn', 'Audit'] });
});

test('an API server before 1.30 has no such policies', () => {
  expect(() => render(ofContainers, 29)).toThrow('ValidatingAdmissionPolicy needs Kubernetes 1.30 or later, not 1.29');
});

test('a kind that no API server is known to serve is a mistake of the rule', () => {
  expect(() => render(perObject(['Gizmo'], () => undefined, { holds: 'true', message: '' }))).toThrow('rule a-rule is about Gizmo, of which no API resource is known');
});
