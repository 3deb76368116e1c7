import { createRequire } from 'node:module';

const { groups, group } = createRequire(import.meta.url)('./test/mutation/groups.js');

/** Mutation testing of one group of sources; `npm run mutation` takes them in turn. Takes no part in `npm test`. */
export default {
  plugins: ['@stryker-mutator/jest-runner', './test/mutation/not-behaviour.mjs'],
  ignorers: ['not-behaviour'],
  mutate: groups[group].mutate,
  testRunner: 'jest',
  // the tests of a group are few already, and most of them load their rules by name, which jest cannot see
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // jest keeps what it has loaded
  maxTestRunnerReuse: 60,
  timeoutMS: 10_000,
  checkers: [],
  // what cannot be loaded is no mutant: ts-jest only strips types here
  disableTypeChecks: false,
  ignorePatterns: ['**', '!src/**', '!test/**', '!projenrc/**', '!package.json', '!tsconfig.json'],
  tempDirName: 'dist/mutation/sandboxes',
  reporters: ['json', 'clear-text'],
  clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false, allowColor: false },
  jsonReporter: { fileName: `dist/mutation/${group}.json` },
  incremental: true,
  incrementalFile: `dist/mutation/${group}.incremental.json`,
};
