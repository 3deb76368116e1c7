import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client';
import { LeashedProcess } from './leashed-process';

const START_TIMEOUT_MS = 120_000;

/**
 * An etcd and a kube-apiserver of one's own on 127.0.0.1, empty at the start and gone at the end.
 *
 * Admission is what a cluster has by default. There are no controllers: no Deployment gets Pods, no
 * namespace gets its `default` ServiceAccount, and what a test needs of a controller it does itself.
 */
export interface ControlPlane {
  readonly client: Client;
  stop(): Promise<void>;
}

/**
 * @param assets folder with etcd and kube-apiserver
 */
export async function startControlPlane(assets: string): Promise<ControlPlane> {
  const [etcdPort, port] = await freePorts(2);
  const token = randomBytes(32).toString('hex');
  const running: LeashedProcess[] = [];
  const run = (program: string, flags: (folder: string) => Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), `${program}-`));
    const args = Object.entries(flags(folder)).map(([flag, value]) => `--${flag}=${value}`);
    running.push(new LeashedProcess(join(assets, program), args, folder));
    return folder;
  };
  const stop = async () => { await Promise.all(running.map(async (program) => program.stop())); };

  try {
    run('etcd', (folder) => etcdFlags(folder, etcdPort));
    const folder = run('kube-apiserver', (own) => apiServerFlags(own, etcdPort, port, token));
    return { client: await readyClient(join(folder, 'apiserver.crt'), port, token, running), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function etcdFlags(folder: string, port: number): Record<string, string> {
  return {
    'data-dir': join(folder, 'data'),
    'listen-client-urls': `http://127.0.0.1:${port}`,
    'advertise-client-urls': `http://127.0.0.1:${port}`,
    'listen-peer-urls': 'http://127.0.0.1:0',
    'unsafe-no-fsync': 'true',
  };
}

function apiServerFlags(folder: string, etcdPort: number, port: number, token: string): Record<string, string> {
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${token},judge,judge,system:masters\n`);
  // the public half is read out of the private one
  const key = join(folder, 'service-account.key');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }));
  return {
    'etcd-servers': `http://127.0.0.1:${etcdPort}`,
    'bind-address': '127.0.0.1',
    'secure-port': `${port}`,
    'cert-dir': folder,
    'token-auth-file': tokens,
    'authorization-mode': 'Node,RBAC',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': key,
    'service-account-signing-key-file': key,
    'service-cluster-ip-range': '10.96.0.0/16',
    // else the server publishes its own address as Endpoints, where a loopback address is refused
    'endpoint-reconciler-type': 'none',
    // so that it is admission that refuses a privileged Pod
    'allow-privileged': 'true',
  };
}

/**
 * A client of the server once it is ready: then the default roles and priority classes exist.
 *
 * @param certificate file that the server writes for itself when it starts
 */
async function readyClient(certificate: string, port: number, token: string, running: LeashedProcess[]): Promise<Client> {
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await delay(100)) {
    running.forEach((program) => program.assertRunning());
    if (!existsSync(certificate)) { continue; }
    const client = new Client({ port, token, certificate: readFileSync(certificate, 'utf8') });
    const ready = await client.request('GET', '/readyz').catch(() => undefined);
    if (ready?.status === 200) { return client; }
  }
  throw new Error(`the control plane was not ready after ${START_TIMEOUT_MS / 1000} s:\n${running.map((program) => program.lastWords).join('\n')}`);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(servers.map(async (server) => new Promise<number>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  })));
  await Promise.all(servers.map(async (server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
