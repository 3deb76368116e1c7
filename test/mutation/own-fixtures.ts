import { Rule } from '../../src/rules/rule';
import { fixtures, lineOf } from '../rules/fixture';
import { judgeBy } from '../rules/judge';
import { OUTSIDE_DEFAULT_PROFILE } from '../rules/outside-default-profile';

/*
 * What test/rules.test.ts asks of every fixture, asked of the one rule that it is for, so that a mutant of a rule runs the fixtures
 * of that rule and no others. It loads the rules of one domain only.
 */
const own = fixtures(process.env.MUTATION_GROUP);

function ruleOf(domain: string, id: string): Rule {
  const exported: Record<string, Rule> = jest.requireActual(`../../src/rules/${domain}/${id}`);
  return Object.values(exported).find((each) => each.id === id)!;
}

test.each(own)('$ruleId/$name', (fixture) => {
  const { errors, findings } = judgeBy([ruleOf(fixture.domain, fixture.ruleId)], fixture);
  expect({ errors, findings: findings.map(lineOf) }).toEqual({ errors: [], findings: fixture.findings });
});

test.each([...new Set(own.map(({ ruleId }) => ruleId))])('%s is in the default profile, or listed outside it', (ruleId) => {
  expect(ruleOf(own[0].domain, ruleId).default).toBe(!OUTSIDE_DEFAULT_PROFILE.includes(ruleId));
});
