import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The Kubernetes that judges, and the etcd it is released with. */
export const KUBERNETES_VERSION = '1.36.3';
const ETCD_VERSION = '3.6.16';
const GO_VERSION = '1.26';

const BINARIES = ['etcd', 'kube-apiserver'];

/** What to tell somebody who has neither the binaries nor the means to build them. */
export const MISSING_ASSETS = `needs Go >= ${GO_VERSION} or KUBEBUILDER_ASSETS (a folder with ${BINARIES.join(' and ')})`;

/**
 * The folder that holds etcd and kube-apiserver: the one that `KUBEBUILDER_ASSETS` names, the one
 * an earlier run built, or one built now (about five minutes on two cores). Undefined when there
 * is nothing to build with.
 */
export async function findOrBuildAssets(): Promise<string | undefined> {
  const given = process.env.KUBEBUILDER_ASSETS;
  if (given) {
    if (!holdsBinaries(given)) { throw new Error(`KUBEBUILDER_ASSETS is ${given}, which does not hold ${BINARIES.join(' and ')}`); }
    return given;
  }
  const cached = cacheFolder();
  if (holdsBinaries(cached)) { return cached; }
  return hasGo() ? build(cached) : undefined;
}

function cacheFolder(): string {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const version = `kubernetes-${KUBERNETES_VERSION}-etcd-${ETCD_VERSION}-${process.platform}-${process.arch}`;
  return join(caches, 'cdk8s-bulwark', 'control-plane', version);
}

function holdsBinaries(folder: string): boolean {
  try {
    BINARIES.forEach((name) => accessSync(join(folder, name), constants.X_OK));
    return true;
  } catch {
    return false;
  }
}

function hasGo(): boolean {
  try {
    const [, major, minor] = /\bgo(\d+)\.(\d+)/.exec(execFileSync('go', ['version'], { encoding: 'utf8' })) ?? [];
    const [wantedMajor, wantedMinor] = GO_VERSION.split('.').map(Number);
    return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor);
  } catch {
    return false;
  }
}

/** Builds beside the target and moves the finished folder into place, so that no run ever sees half of one. */
async function build(target: string): Promise<string> {
  mkdirSync(dirname(target), { recursive: true });
  const workshop = mkdtempSync(`${target}.building-`);
  try {
    const finished = join(workshop, 'bin');
    process.stderr.write(`Building etcd ${ETCD_VERSION} and kube-apiserver ${KUBERNETES_VERSION} into ${target}: once, about five minutes\n`);
    await buildEtcd(join(workshop, 'etcd'), finished);
    await buildKubernetes(join(workshop, 'kubernetes'), finished);
    try {
      renameSync(finished, target);
    } catch (error) {
      // another run was faster; its binaries are as good
      if (!holdsBinaries(target)) { throw error; }
    }
    return target;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function buildEtcd(module: string, output: string): Promise<void> {
  writeModule(module, `require go.etcd.io/etcd/server/v3 v${ETCD_VERSION}`);
  await go(module, 'build', '-mod=mod', '-o', join(output, 'etcd'), 'go.etcd.io/etcd/server/v3');
}

/**
 * k8s.io/kubernetes requires its staging modules at v0.0.0 and finds them through its own go.work,
 * which nobody else inherits: the same list is written here as replacements.
 */
async function buildKubernetes(module: string, output: string): Promise<void> {
  writeModule(module, `require k8s.io/kubernetes v${KUBERNETES_VERSION}`);
  const { Dir: source } = JSON.parse(await go(module, 'mod', 'download', '-json', `k8s.io/kubernetes@v${KUBERNETES_VERSION}`));
  const staging = readFileSync(join(source, 'go.work'), 'utf8').matchAll(/\.\/staging\/src\/(k8s\.io\/\S+)/g);
  const stagingVersion = `v0.${KUBERNETES_VERSION.split('.').slice(1).join('.')}`;
  writeModule(module, [
    `require k8s.io/kubernetes v${KUBERNETES_VERSION}`,
    ...[...staging].map(([, name]) => `replace ${name} => ${name} ${stagingVersion}`),
  ].join('\n'));
  const version = `-X k8s.io/component-base/version.gitVersion=v${KUBERNETES_VERSION}`;
  await go(module, 'build', '-mod=mod', '-ldflags', `-s -w ${version}`, '-o', join(output, 'kube-apiserver'), 'k8s.io/kubernetes/cmd/kube-apiserver');
}

function writeModule(folder: string, directives: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), `module judges\n\ngo ${GO_VERSION}\n\n${directives}\n`);
}

/** Runs Go with the module proxy that the machine is set up with. */
async function go(folder: string, ...args: string[]): Promise<string> {
  const child = spawn('go', args, {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => { output += chunk; });
  child.stderr.on('data', (chunk) => { errors += chunk; });
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status !== 0) { throw new Error(`go ${args.join(' ')} ended with status ${status}:\n${errors.slice(-4000)}`); }
  return output;
}
