import { setTimeout as delay } from 'node:timers/promises';
import { Client, KubernetesObject } from './client';
import { AdmissionObject } from '../../src/admission/policies';

const API = '/apis/admissionregistration.k8s.io/v1';

/** Installs policies with bindings that only warn, so that one dry run tells the verdict of every policy; ends when they judge. */
export async function install(client: Client, objects: readonly AdmissionObject[]): Promise<void> {
  for (const object of objects) { await created(client, object as KubernetesObject); }

  // policies take effect in the order of their creation: once the last one warns, all of them judge
  const policy = {
    ...objects[0],
    metadata: { name: 'last' },
    spec: {
      matchConstraints: { resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }] },
      validations: [{ expression: 'false', message: 'all judge' }],
    },
  };
  const binding = { ...objects[1], metadata: { name: 'last' }, spec: { policyName: 'last', validationActions: ['Warn'] } };
  for (const object of [policy, binding]) { await created(client, object); }
  const canary = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'canary', namespace: 'default' } };
  await until(async () => client.create(canary, { dryRun: true }), ({ warnings }) => warnings.some((text) => text.includes('all judge')));
  for (const resource of ['validatingadmissionpolicybindings', 'validatingadmissionpolicies']) { await client.request('DELETE', `${API}/${resource}/last`); }
}

/** The policies that warned, by name. */
export function policiesIn(warnings: readonly string[]): string[] {
  const names = warnings.flatMap((text) => /^Validation failed for ValidatingAdmissionPolicy '(.*?)'/.exec(text)?.[1] ?? []);
  return [...new Set(names)].sort();
}

export async function created(client: Client, object: KubernetesObject): Promise<void> {
  const { status, body } = await client.create(object);
  if (status !== 201) { throw new Error(`${object.kind} ${object.metadata.name}: ${status} ${body.message}`); }
}

export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 60_000; ; await delay(250)) {
    const answer = await ask();
    if (isSo(answer)) { return answer; }
    if (Date.now() > deadline) { throw new Error(`still not so after a minute: ${JSON.stringify(answer)}`); }
  }
}
