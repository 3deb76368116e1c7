import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/** Texts about a rule: how they read is for people and for test/rules/catalogue.test.ts to judge. */
const DESCRIPTION = ['id', 'title', 'domain', 'why', 'fix', 'standards', 'equivalents'];

/*
 * The CEL of a rule is not asked by quick tests: test/control-plane/admission-policies.test.ts holds it against a real API server,
 * fixture by fixture. What the vocabulary renders is asked by quick tests, and so it is mutated.
 */
const GROUP = process.env.MUTATION_GROUP;
const isCondition = (node) => node?.type === 'ObjectExpression' && node.properties.some((each) => nameOf(each) === 'holds');
const isCel = (node) => {
  const text = { StringLiteral: () => node.value, TemplateLiteral: () => node.quasis.map(({ value }) => value.raw).join(' ') }[node.type]?.() ?? '';
  return /\.\?|\.orValue\(|\.matches\(|\bvariables\./.test(text);
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'not-behaviour', {
    shouldIgnore({ node, parent, parentPath }) {
      if (parent?.type === 'ObjectProperty' && parent.value === node) {
        const call = parentPath.parentPath.parent;
        const ofRule = call.type === 'CallExpression' && call.callee.name === 'rule';
        if (ofRule && DESCRIPTION.includes(nameOf(parent))) { return 'describes the rule'; }
      }
      return GROUP !== 'core' && (isCondition(node) || isCel(node)) ? 'is for a real API server' : undefined;
    },
  }),
];

function nameOf({ key }) {
  return key?.name ?? key?.value;
}
