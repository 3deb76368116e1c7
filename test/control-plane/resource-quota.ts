import { setTimeout as delay } from 'node:timers/promises';
import { Client, KubernetesObject } from './client';

const TIMEOUT_MS = 10_000;

/**
 * Does what the ResourceQuota controller does in a cluster: admission enforces a quota's status,
 * and that controller is who copies the limits of the spec there. From then on admission itself
 * adds to what is used.
 *
 * @param quota a ResourceQuota that has just been created in a namespace without anything it counts
 */
export async function startEnforcing(client: Client, quota: KubernetesObject): Promise<void> {
  await fillStatus(client, quota);
  await untilAdmissionHasSeenQuotas(client);
}

async function fillStatus(client: Client, quota: KubernetesObject): Promise<void> {
  const { body: stored } = await client.read(quota);
  const hard: Record<string, string> = stored.spec.hard;
  const used = Object.fromEntries(Object.keys(hard).map((resource) => [resource, '0']));
  const { status, body } = await client.replaceStatus({ ...stored, status: { hard, used } });
  if (status !== 200) { throw new Error(`the status of ResourceQuota ${quota.metadata.name} was not taken: ${body.message}`); }
}

/**
 * Admission watches the quotas of all namespaces in the order in which they change: once it
 * enforces one that is younger, it enforces every earlier one.
 */
async function untilAdmissionHasSeenQuotas(client: Client): Promise<void> {
  const { body: { metadata: { name: namespace } } } = await client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { generateName: 'barrier-' } });
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'barrier', namespace }, spec: { hard: { 'count/configmaps': '0' } } };
  await client.create(quota);
  await fillStatus(client, quota);
  const probe = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'probe', namespace } };
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await delay(20)) {
    const { status, body } = await client.create(probe, { dryRun: true });
    if (status === 403 && body.message.includes('exceeded quota: barrier')) { return; }
  }
  throw new Error(`admission enforced no quota within ${TIMEOUT_MS / 1000} s`);
}
