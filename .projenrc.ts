import { cdk8s, javascript } from 'projen';

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
  peerDependencyOptions: { pinnedDevDependency: false },
  devDeps: ['cdk8s@2.70.106', 'cdk8s-plus-27@2.9.5', 'constructs@10.8.1', 'cdk8s-cli@2.207.60', '@types/node@^20'],

  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.16.0',
  jestOptions: { jestVersion: '^29', updateSnapshot: javascript.UpdateSnapshot.NEVER, passWithNoTests: false },

  publishToPypi: { distName: 'cdk8s-bulwark', module: 'cdk8s_bulwark' },
  publishToMaven: {
    javaPackage: 'io.github.cdk8sbulwark',
    mavenGroupId: 'io.github.cdk8s-bulwark',
    mavenArtifactId: 'cdk8s-bulwark',
    mavenServerId: 'central-ossrh',
  },
  publishToGo: { moduleName: 'github.com/cdk8s-bulwark/cdk8s-bulwark-go' },

  github: false,
  release: false,
  depsUpgrade: false,
  sampleCode: false,
  integrationTestAutoDiscover: false,
});
project.package.addPackageResolutions('unrs-resolver@1.12.2');
// The lock file names no host, so that every mirror and proxy serves it.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.synth();
