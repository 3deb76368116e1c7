import { join } from 'node:path';
import { Client, KubernetesObject } from './client';
import { created, install, policiesIn, until } from './policies';
import { describeOnControlPlane } from './suite';
import { AdmissionObject, renderAdmission } from '../../src/admission/policies';
import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES, Profile } from '../../src/evaluation/profile';
import { minorVersionOf } from '../../src/kubernetes/version';
import { readManifests } from '../../src/manifests/read-manifests';
import { catalogue } from '../../src/rules/catalogue';
import { checkFor } from '../../src/rules/rule';
import { CONFORMANCE, MISSING_CASES, hasCases, verdicts } from '../conformance/agreement';
import { fixtures } from '../rules/fixture';

/** A manifest that the rules and the API server are both asked about, as of one version of Kubernetes. */
interface Question {
  readonly title: string;
  readonly file: string;
  readonly kubernetesVersion: number;
}

type Level = 'baseline' | 'restricted';

/** The newest version that the API server's own Pod Security admission knows. */
const NEWEST = 36;
const LEVELS: readonly Level[] = ['baseline', 'restricted'];

const ownQuestions: readonly Question[] = fixtures()
  .filter(({ refused, ruleId }) => !refused && isEnforced(ruleId))
  .map(({ domain, ruleId, name, file, kubernetesVersion = NEWEST }) => ({
    title: `${domain}/${ruleId}/${name}`, file, kubernetesVersion: Math.min(kubernetesVersion, NEWEST),
  }))
  .filter(({ kubernetesVersion }) => kubernetesVersion >= 30);
const pssQuestions: readonly Question[] = !hasCases() ? [] : verdicts().filter(({ of }) => of.source === 'pss')
  .map(({ of }) => ({
    title: of.case, file: join(CONFORMANCE, of.source, of.file), kubernetesVersion: Math.min(minorVersionOf(of.params?.podSecurityVersion ?? '') ?? NEWEST, NEWEST),
  }));
if (!hasCases()) { process.stderr.write(`SKIPPED: Pod Security fixtures on a real API server: ${MISSING_CASES}\n`); }

const versions = [...new Set([...ownQuestions, ...pssQuestions].map(({ kubernetesVersion }) => kubernetesVersion))];

describeOnControlPlane('Admission policies on a real API server', (client) => {
  beforeAll(async () => {
    for (const version of versions) {
      for (const level of LEVELS) { await prepareNamespace(client(), version, level); }
    }
    await install(client(), versions.flatMap(policiesFor));
  }, 120_000);

  test.each([...ownQuestions, ...pssQuestions])('$title: the policies find what the rules find', async ({ file, kubernetesVersion }) => {
    for (const object of objectsIn(file)) {
      const server = await verdictOfServer(client(), object, kubernetesVersion, 'restricted');
      const rules = verdictOfRules(object, kubernetesVersion, ({ id }) => isEnforced(id));
      expect(server === 'invalid' ? rules.length > 0 : server.rules).toEqual(server === 'invalid' ? true : rules);
    }
  });

  describe.each(LEVELS)('built-in Pod Security admission at level %s', (level) => {
    test.each([...ownQuestions, ...pssQuestions])('$title: refuses what the rules of the level refuse', async ({ file, kubernetesVersion }) => {
      for (const object of objectsIn(file)) {
        const server = await verdictOfServer(client(), object, kubernetesVersion, level);
        expect(server === 'invalid' || server.podSecurity).toBe(verdictOfRules(object, kubernetesVersion, PROFILES[`pss-${level}`]).length > 0);
      }
    });
  });

  test('a message names the containers', async () => {
    const pod = podWith([{ name: 'app', image: 'app', securityContext: { privileged: true } }, { name: 'proxy', image: 'proxy' }]);
    const { warnings } = await client().create(inNamespace(pod, NEWEST, 'baseline'), { dryRun: true });
    expect(warnings.find((text) => text.includes('bulwark-privileged-container')))
      .toMatch(/: privileged-container: securityContext\.privileged of every container must be absent or false, but not so in app$/);
  });

  test('who edits labels of a pod that breaks a rule is not bothered, who adds a debug container is judged', async () => {
    const namespace = namespaceFor(NEWEST, 'baseline');
    const pod = inNamespace(podWith([{ name: 'app', image: 'app', securityContext: { privileged: true } }]), NEWEST, 'baseline');
    expect((await client().create(pod)).status).toBe(201);
    const path = `/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}`;
    const { body: stored } = await client().request('GET', path);

    const labelled = { ...stored, metadata: { ...stored.metadata, labels: { tier: 'front' } } };
    const relabelling = await client().request('PUT', `${path}?dryRun=All`, labelled);
    expect({ status: relabelling.status, bothered: rulesIn(relabelling.warnings) }).toEqual({ status: 200, bothered: [] });

    const debugged = { ...stored, spec: { ...stored.spec, ephemeralContainers: [{ name: 'debugger', image: 'debug', securityContext: { privileged: true } }] } };
    const debugging = await client().request('PUT', `${path}/ephemeralcontainers?dryRun=All`, debugged);
    expect({ status: debugging.status, judged: rulesIn(debugging.warnings) }).toMatchObject({ status: 200, judged: expect.arrayContaining(['privileged-container']) });
    expect(debugging.warnings.join()).toContain('debugger');
  });

  test('as printed, the policies refuse everywhere but in kube-system', async () => {
    const rules = catalogue.filter(({ id }) => id === 'host-network');
    for (const object of renderAdmission(rules, NEWEST)) { await created(client(), object as KubernetesObject); }
    const pod = podWith([{ name: 'app', image: 'app' }], { hostNetwork: true });
    const create = async (namespace: string) => client().create({ ...pod, metadata: { ...pod.metadata, namespace } }, { dryRun: true });
    await created(client(), { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'kube-system' } });
    const refusal = await until(async () => create(namespaceFor(NEWEST, 'baseline')), ({ status }) => status === 403);
    expect(refusal.body.message).toContain("ValidatingAdmissionPolicy 'bulwark-host-network' with binding 'bulwark-host-network' denied request: host-network: ");
    expect((await create('kube-system')).status).toBe(201);
  });
});

function isEnforced(ruleId: string): boolean {
  const rule = catalogue.find(({ id }) => id === ruleId);
  return rule !== undefined && checkFor(rule, NEWEST)?.admission !== undefined;
}

function verdictOfRules(object: KubernetesObject, kubernetesVersion: number, profile: Profile): string[] {
  const { findings } = evaluate([{ object, file: '', position: () => ({ line: 0, column: 0 }) }], catalogue, { profile, kubernetesVersion });
  return [...new Set(findings.map(({ ruleId }) => ruleId))].filter(isEnforced).sort();
}

/**
 * Bindings that only warn let one dry run tell the verdict of every policy. Some of what Pod Security forbids, the API server has come
 * to call invalid before any policy is asked.
 */
async function verdictOfServer(
  client: Client, object: KubernetesObject, version: number, level: Level,
): Promise<{ rules: string[]; podSecurity: boolean } | 'invalid'> {
  const { status, body, warnings } = await client.create(inNamespace(object, version, level), { dryRun: true });
  if (status === 422 && body.message.includes('`hostUsers` must be false')) { return 'invalid'; }
  if (status !== 201) { throw new Error(`the API server refuses the fixture: ${body.message}`); }
  return { rules: rulesIn(warnings), podSecurity: warnings.some((text) => text.startsWith('would violate PodSecurity')) };
}

function rulesIn(warnings: readonly string[]): string[] {
  return policiesIn(warnings).flatMap((name) => /^bulwark-(.*)-at-1-\d+$/.exec(name)?.[1] ?? []);
}

/** The API server cuts what it warns of after 4096 characters in all: bindings have short names, and policies but one short messages. */
function policiesFor(version: number): AdmissionObject[] {
  return renderAdmission(catalogue, version, { validationActions: ['Warn'] }).map(({ metadata, spec, ...object }, index) => {
    const suffix = `at-1-${version}`;
    if ('policyName' in spec) {
      const matchResources = { namespaceSelector: { matchLabels: { version: `${version}` } } };
      return { ...object, metadata: { ...metadata, name: `${index}-${suffix}` }, spec: { ...spec, policyName: `${spec.policyName}-${suffix}`, matchResources } };
    }
    const validations = (spec.validations as { expression: string }[]).map(({ expression }) => ({ expression, message: '-' }));
    const asPrinted = metadata.name === 'bulwark-privileged-container';
    return { ...object, metadata: { ...metadata, name: `${metadata.name}-${suffix}` }, spec: asPrinted ? spec : { ...spec, validations } };
  });
}

async function prepareNamespace(client: Client, version: number, level: Level): Promise<void> {
  const namespace = namespaceFor(version, level);
  const labels = { 'version': `${version}`, 'pod-security.kubernetes.io/warn': level, 'pod-security.kubernetes.io/warn-version': `v1.${version}` };
  await created(client, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } });
  await created(client, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } });
}

function objectsIn(file: string): KubernetesObject[] {
  return readManifests([file]).objects.map(({ object }) => object as unknown as KubernetesObject);
}

/** Some fixtures have names that a server refuses. */
function inNamespace(object: KubernetesObject, version: number, level: Level): KubernetesObject {
  const name = object.metadata.name?.replace(/_/g, '-');
  return { ...object, metadata: { ...object.metadata, name, namespace: namespaceFor(version, level) } };
}

function namespaceFor(version: number, level: Level): string {
  return `${level}-1-${version}`;
}

function podWith(containers: object[], spec: object = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'example' }, spec: { ...spec, containers } };
}
