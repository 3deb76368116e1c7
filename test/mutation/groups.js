const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** A part of the sources, and the tests that must notice what is wrong with it. */
const core = {
  mutate: ['src/evaluation/**/*.ts', 'src/rules/{check,rule,parameters}.ts', 'src/rules/vocabulary/**/*.ts', 'src/rules/acknowledgement/**/*.ts'],
  tests: ['test/evaluation/**/*.test.ts', 'test/rules/{check,rule,vocabulary}.test.ts', 'test/admission/*.test.ts'],
};

const domains = readdirSync(join(__dirname, '../rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'acknowledgement')
  .map(({ name }) => name);

/** One group after the other: rules are values made when a file is loaded, so that a mutant of them asks for all tests of its group. */
exports.groups = Object.fromEntries([
  ['core', core],
  ...domains.map((domain) => [domain, {
    mutate: [`src/rules/${domain}/**/*.ts`],
    tests: ['test/mutation/own-fixtures.ts', `test/rules/${domain}/*.test.ts`],
  }]),
]);

exports.group = process.env.MUTATION_GROUP ?? 'core';
