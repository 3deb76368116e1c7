import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { readManifests } from '../../src/manifests/read-manifests';
import { Rule } from '../../src/rules/rule';
import { fixtures, lineOf } from '../rules/fixture';
import { OUTSIDE_DEFAULT_PROFILE } from '../rules/outside-default-profile';

/*
 * What test/rules.test.ts asks of every fixture, asked of the one rule that it is for, so that a mutant of a rule runs the fixtures
 * of that rule and no others. It loads the rules of one domain only.
 */
const own = fixtures().filter(({ domain }) => domain === process.env.MUTATION_GROUP);

function ruleOf(domain: string, id: string): Rule {
  const exported: Record<string, Rule> = jest.requireActual(`../../src/rules/${domain}/${id}`);
  return Object.values(exported).find((each) => each.id === id)!;
}

test.each(own)('$ruleId/$name', ({ domain, ruleId, file, findings, kubernetesVersion }) => {
  const { objects } = readManifests([file]);
  const report = evaluate(objects, [ruleOf(domain, ruleId)], { profile: PROFILES.all, kubernetesVersion });
  expect({ errors: report.errors, findings: report.findings.map(lineOf) }).toEqual({ errors: [], findings });
});

test.each([...new Set(own.map(({ ruleId }) => ruleId))])('%s is in the default profile, or listed outside it', (ruleId) => {
  expect(ruleOf(own[0].domain, ruleId).default).toBe(!OUTSIDE_DEFAULT_PROFILE.includes(ruleId));
});
