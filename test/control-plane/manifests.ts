import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Yaml } from 'cdk8s';
import { Answer, Client, KubernetesObject } from './client';
import { startEnforcing } from './resource-quota';

const DEFINITION_TIMEOUT_MS = 10_000;
const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** The manifests of one example, as they are committed. */
export interface Example {
  readonly name: string;
  /** In the order in which `kubectl create -f manifests/` would create them. */
  readonly objects: KubernetesObject[];
}

/** Every example of the project. */
export function examples(): Example[] {
  const names = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.ts'))).sort();
  if (names.length === 0) { throw new Error('there is no example: examples/<name>/main.ts'); }
  return names.map((name) => ({ name, objects: objectsIn(join(EXAMPLES, name, 'manifests')) }));
}

function objectsIn(folder: string): KubernetesObject[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort();
  if (files.length === 0) { throw new Error(`there is no manifest in ${folder}`); }
  return files.flatMap((file) => Yaml.load(join(folder, file)));
}

/** An object, and what the API server said to it. */
export interface Created {
  readonly object: string;
  readonly answer: Answer;
}

/**
 * Creates objects one after the other, going on after a refusal. What comes after a ResourceQuota
 * is under that quota, and what comes after a CustomResourceDefinition can be of its kind.
 */
export async function createAll(client: Client, objects: KubernetesObject[]): Promise<Created[]> {
  const created: Created[] = [];
  for (const object of objects) {
    const answer = await client.create(object);
    created.push({ object: nameOf(object), answer });
    if (answer.status !== 201) { continue; }
    if (object.kind === 'ResourceQuota') { await startEnforcing(client, object); }
    if (object.kind === 'CustomResourceDefinition') { await untilServed(client, object); }
  }
  return created;
}

async function untilServed(client: Client, { spec: { group, names } }: KubernetesObject): Promise<void> {
  for (const deadline = Date.now() + DEFINITION_TIMEOUT_MS; Date.now() < deadline; await delay(50)) {
    if ((await client.served()).some((served) => served.group === group && served.kind === names.kind)) { return; }
  }
  throw new Error(`${names.kind} of ${group} is not served within ${DEFINITION_TIMEOUT_MS / 1000} s of its definition`);
}

/** `Deployment shop/web`. */
export function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
}

/** One line per object that was refused or complained about: none is what everybody wants. */
export function complaints(created: Created[]): string[] {
  return created.flatMap(({ object, answer: { status, body, warnings } }) => [
    ...(status === 201 ? [] : [`${object}: ${status} ${body.message}`]),
    ...warnings.map((warning) => `${object}: warning: ${warning}`),
  ]);
}
