import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/** Texts about a rule: how they read is for people and for test/rules/catalogue.test.ts to judge. */
const DESCRIPTION = ['id', 'title', 'domain', 'why', 'fix', 'standards', 'equivalents'];

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'not-behaviour', {
    shouldIgnore({ node, parent, parentPath }) {
      if (parent?.type === 'ObjectProperty' && parent.value === node) {
        const call = parentPath.parentPath.parent;
        const ofRule = call.type === 'CallExpression' && call.callee.name === 'rule';
        if (ofRule && DESCRIPTION.includes(nameOf(parent))) { return 'describes the rule'; }
      }
      // The CEL of a single rule: test/control-plane/admission-policies.test.ts holds it against a real API server, fixture by fixture.
      // What the vocabulary renders is asked by quick tests, and so is mutated.
      if (process.env.MUTATION_GROUP !== 'core' && node.type === 'ObjectExpression' && node.properties.some((each) => nameOf(each) === 'holds')) {
        return 'is for a real API server';
      }
      return undefined;
    },
  }),
];

function nameOf({ key }) {
  return key?.name ?? key?.value;
}
