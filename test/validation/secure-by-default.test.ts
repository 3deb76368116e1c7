import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Yaml } from 'cdk8s';
import { INVENTORY, findingsIn, judged, synthesized, withoutAcknowledgements } from './judged';
import { WAYS_OFF } from './ways-off';
import { catalogue } from '../../src/rules/catalogue';
import { MINIMAL } from '../constructs/minimal-constructs';
import { chartIn, deployment, secureNamespace } from '../constructs/workload/application';

const ROOT = resolve(__dirname, '../..');
const RULES = new Set(catalogue.map(({ id }) => id));

function rulesNamedBy(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(ROOT, folder, file), 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$/gm, ''));
  return [...new Set(texts.flatMap((text) => [
    ...text.matchAll(/\brule: '([a-z0-9-]+)'/g), ...text.matchAll(/\bTAG_RULE = '([a-z0-9-]+)'/g),
  ].map(([, rule]) => rule)))];
}

describe('constructs and rules speak of the same:', () => {
  test('every rule that a construct names is in the catalogue', () => {
    const named = [...rulesNamedBy('src/constructs'), ...rulesNamedBy('src/standards/rbac')];
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((rule) => !RULES.has(rule))).toEqual([]);
  });

  test('every rule by which a construct refuses something is among the ways off the safe path', () => {
    // carried by what the constructs write for grants, not refused by themselves
    const written = ['exec-binding', 'takeover-grade-token'];
    const gone = new Set(WAYS_OFF.map(({ rule }) => rule));
    expect(rulesNamedBy('src/constructs').filter((rule) => !gone.has(rule) && !written.includes(rule))).toEqual([]);
  });

  test('what is excepted as inventory is in the catalogue, and small', () => {
    expect(Object.keys(INVENTORY).filter((rule) => !RULES.has(rule))).toEqual([]);
    expect(Object.keys(INVENTORY)).toHaveLength(4);
  });
});

describe('all rules find nothing in', () => {
  test.each(Object.entries(MINIMAL))('a minimal %s', (_, make) => {
    const chart = chartIn('shop');
    make(chart);
    expect(findingsIn(synthesized(chart))).toEqual([]);
  });

  test('deployments that talk to each other in a namespace of their own, not even that nobody owns them', () => {
    const chart = chartIn('shop');
    secureNamespace(chart);
    deployment(chart, 'web').connections.allowTo(deployment(chart, 'api'));
    expect(findingsIn(synthesized(chart))).toEqual([]);
    expect(judged(synthesized(chart)).findings.map(({ ruleId }) => ruleId)).not.toContain('missing-owner-label');
  });

  test.each(['quickstart', 'online-boutique'])('the example %s', (name) => {
    const folder = join(ROOT, 'examples', name, 'manifests');
    const objects = readdirSync(folder).flatMap((file) => Yaml.load(join(folder, file)));
    expect(objects.length).toBeGreaterThan(10);
    expect(findingsIn(objects)).toEqual([]);
  });
});

describe.each(WAYS_OFF.map((way) => [`${way.rule}: ${way.value}`, way] as const))('%s', (_, { rule, make }) => {
  test('is quiet once it is accepted by a construct, and nothing is accepted that is not there', () => {
    expect(findingsIn(synthesized(make()))).toEqual([]);
  });

  test('is found when nothing in the manifest says that it is accepted', () => {
    const { findings } = judged(withoutAcknowledgements(synthesized(make())));
    expect(findings.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
