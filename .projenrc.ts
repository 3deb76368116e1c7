import { cdk8s, javascript, JsonFile } from 'projen';

/** The suites that ask other people's programs: minutes instead of seconds, so not part of `npm test`. */
const judges = ['test/control-plane', 'test/scanners', 'test/package'];

/** Lets TypeScript sources import the library by its name, as its users do, without building it first. */
const byName = { 'cdk8s-bulwark': ['../src/index.ts'] };

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-bulwark',
  description: 'Secure-by-default cdk8s constructs: hardened workloads, namespaces with guard rails, least-privilege service accounts',
  author: 'The cdk8s-bulwark authors',
  authorAddress: 'cdk8s-bulwark@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-bulwark/cdk8s-bulwark.git',
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'kubernetes', 'k8s', 'security', 'hardening', 'network-policy', 'rbac', 'pod-security'],
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '0.103.25',

  // peers: the oldest supported; dev: what is built and tested against
  cdk8sVersion: '2.68.12',
  constructsVersion: '10.5.1',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  bundledDeps: ['js-yaml@5.5.0', 'commander@14.0.3'],
  bin: { bulwark: 'lib/cli/main.js' },
  peerDependencyOptions: { pinnedDevDependency: false },
  devDeps: [
    'cdk8s@2.70.106', 'cdk8s-plus-27@2.9.5', 'constructs@10.8.1', 'cdk8s-cli@2.207.60', '@types/node@^20', 'tsconfig-paths@^4',
    // judges of the reports: schemas of SARIF and JUnit, and accessibility
    '@microsoft/jest-sarif', 'ajv@^8', 'ajv-draft-04', 'ajv-formats', 'xmllint-wasm@5.3.0', 'axe-core',
    '@stryker-mutator/core@9.6.1', '@stryker-mutator/jest-runner@9.6.1',
  ],

  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.16.0',
  tsconfigDev: { compilerOptions: { paths: byName } },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'bench', 'examples'],
    // a test run reports and changes nothing; `npx projen eslint --fix` mends
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  },
  jestOptions: {
    jestVersion: '^29',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: {
      // `npx jest --coverage` when somebody wants to know
      collectCoverage: false,
      moduleNameMapper: { '^cdk8s-bulwark$': '<rootDir>/src/index.ts' },
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/'],
      testPathIgnorePatterns: ['/node_modules/', ...judges.map((folder) => `<rootDir>/${folder}/`)],
      reporters: [new javascript.JestReporter('<rootDir>/test/reporters/closing-line.js')],
    },
  },

  publishToPypi: { distName: 'cdk8s-bulwark', module: 'cdk8s_bulwark' },
  publishToMaven: {
    javaPackage: 'io.github.cdk8sbulwark',
    mavenGroupId: 'io.github.cdk8s-bulwark',
    mavenArtifactId: 'cdk8s-bulwark',
    mavenServerId: 'central-ossrh',
  },
  publishToGo: { moduleName: 'github.com/cdk8s-bulwark/cdk8s-bulwark-go' },

  // package.json lists what is shipped (a list of what is not forgets the next folder); jsii-pacmak leaves an .npmignore all the same
  npmignoreEnabled: false,
  gitignore: ['/.npmignore', '/examples/*/dist/'],

  github: false,
  release: false,
  depsUpgrade: false,
  sampleCode: false,
  integrationTestAutoDiscover: false,
});

project.package.addField('files', ['.jsii', 'lib/**/*.js', 'lib/**/*.d.ts', 'schemas/*.json', 'API.md']);
project.package.addPackageResolutions('unrs-resolver@1.12.2');
// The lock file names no host, so that every mirror and proxy serves it.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');

// --- Folders beside src and test ------------------------------------------------------------------------------------

const examples = new JsonFile(project, 'examples/tsconfig.json', {
  obj: { extends: '../tsconfig.json', compilerOptions: { noEmit: true, rootDir: '..', isolatedModules: true, paths: byName }, include: ['**/*.ts'] },
});
const bench = new JsonFile(project, 'bench/tsconfig.json', {
  obj: { extends: '../tsconfig.json', compilerOptions: { outDir: '../dist/bench', rootDir: '..', declaration: false }, include: ['**/*.ts', '../test/fuzz/**/*.ts'] },
});
project.eslint!.addRules({ 'import/no-unresolved': ['error', { ignore: [`^${project.package.packageName}$`] }] });
// Rows of a table, such as the checks of a construct, read best on as few lines as they fit on.
project.eslint!.addRules({
  '@stylistic/object-property-newline': 'off',
  '@stylistic/object-curly-newline': 'off',
  '@stylistic/max-len': ['error', { code: 160, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreComments: true, ignoreRegExpLiterals: true }],
});

// --- Tasks ----------------------------------------------------------------------------------------------------------

project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

// Lint first: jest's closing line stays the last line.
project.testTask.reset();
project.testTask.spawn(project.tasks.tryFind('eslint')!);
project.testTask.execArgs(['jest', '--ci'], { receiveArgs: true });
project.removeTask('test:update');

const typecheck = project.addTask('typecheck', { description: 'Type-check everything that jsii does not compile' });
[project.tsconfigDev.fileName, examples.path, bench.path].forEach((tsconfig) => {
  // isolatedModules is for jest and ts-node; jsii wants types exported like everything else
  typecheck.execArgs(['tsc', '--noEmit', '--isolatedModules', 'false', '-p', tsconfig]);
});

const judgesTask = project.addTask('judges', { description: 'Ask a real API server, the scanners and the packed tarball' });
judgesTask.spawn(project.compileTask);
judgesTask.spawn(project.tasks.tryFind('package:js')!);
judgesTask.execArgs(['jest', '--ci', '--config', 'test/judges.config.js'], { receiveArgs: true });

const synthesize = ['ts-node', '--transpile-only', '--project', examples.path, 'examples/synthesize.ts'];
project.addTask('example', { description: 'Synthesize the example application and show what comes out' })
  .execArgs([...synthesize, 'dist', 'online-boutique']);
project.addTask('examples:update', { description: 'Synthesize every example into its golden manifests' })
  .execArgs([...synthesize, 'manifests']);

const script = (file: string) => ['ts-node', '--transpile-only', '--project', project.tsconfigDev.fileName, file];
project.addTask('new-rule', { description: 'Write the three files of a rule: npm run new-rule <domain> <rule-id>' })
  .execArgs(script('projenrc/new-rule.ts'), { receiveArgs: true });
project.addTask('findings', { description: 'Write what rules find now into the heads of their fixtures, to be read' })
  .execArgs(script('projenrc/update-findings.ts'));
const catalogueTask = project.addTask('catalogue', { description: 'List the rules, and write their pages, their index and the table of controls' });
catalogueTask.execArgs(script('projenrc/rule-catalogue.ts'));
catalogueTask.execArgs(script('projenrc/rule-documentation.ts'));
catalogueTask.execArgs(script('projenrc/configuration-schema.ts'));
const conformance = project.addTask('conformance', { description: 'Agreement with the labelled fixtures of other tools; CONFORMANCE names their folder' });
conformance.execArgs(['jest', '--ci', 'test/conformance'], { receiveArgs: true });
project.addTask('conformance:update', { description: 'Write the agreement into docs/conformance.md' })
  .execArgs(script('test/conformance/update.ts'));
const fuzz = project.addTask('fuzz', { description: 'Read and judge 200,000 mutated documents' });
fuzz.execArgs(['tsc', '-p', bench.path]);
fuzz.execArgs(['node', 'dist/bench/test/fuzz/main.js'], { receiveArgs: true });

project.addTask('mutation', { description: 'Mutation testing of the rules and their evaluation: npm run mutation [-- <group>...]' })
  .execArgs(['node', 'test/mutation/run.js'], { receiveArgs: true });

const benchTask = project.addTask('bench:synth', { description: 'Time per synthesized object, beside plain cdk8s-plus' });
benchTask.execArgs(['tsc', '-p', bench.path]);
benchTask.execArgs(['node', 'dist/bench/bench/synth.js'], { receiveArgs: true });
const benchCheck = project.addTask('bench:check', { description: 'Time and memory of `bulwark check`, beside js-yaml and kube-score' });
benchCheck.execArgs(['tsc', '-p', bench.path]);
benchCheck.execArgs(['node', 'dist/bench/bench/check.js'], { receiveArgs: true });

project.synth();
