import { Client, KubernetesObject } from './client';
import { created, install, policiesIn } from './policies';
import { describeOnControlPlane } from './suite';
import { renderAdmission } from '../../src/admission/policies';
import { evaluate } from '../../src/evaluation/evaluate';
import { Severity } from '../../src/findings/severity';
import { Check } from '../../src/rules/check';
import { rule } from '../../src/rules/rule';
import { everyContainer, everyPod, everyPodAndContainer, field, inherited } from '../../src/rules/vocabulary';

/** Every word, on a field that the API server lets be absent, wrong and right. */
const CHECKS: Readonly<Record<string, Check>> = {
  'is': everyContainer(field('securityContext.runAsNonRoot').is(true)),
  'is-one-of': everyContainer(field('securityContext.seccompProfile.type').is('RuntimeDefault', 'Localhost')),
  'is-absent-or': everyContainer(field('securityContext.privileged').isAbsentOr(false)),
  'is-absent-or-one-of': everyContainer(field('imagePullPolicy').isAbsentOr('Always', 'Never')),
  'is-not': everyPodAndContainer(field('securityContext.runAsUser').isNot(0)),
  'is-absent': everyPod(field('priorityClassName').isAbsent()),
  'is-present': everyContainer(inherited('securityContext.runAsGroup').isPresent()),
  'is-at-least': everyContainer(inherited('securityContext.runAsUser').isAtLeast(10001)),
  'includes': everyContainer(field('securityContext.capabilities.drop').includes('ALL')),
  'items-are': everyContainer(field('securityContext.capabilities.add[]').is('CHOWN', 'KILL')),
  'items-are-absent': everyContainer(field('command[]').isAbsent()),
  'items-of-items': everyPod(field('volumes[].projected.sources[].configMap.optional').isAbsentOr(false)),
  'is-a': everyPod(field('volumes[]').isA('emptyDir', 'projected')),
  'unless': everyPod(field('hostNetwork').isAbsentOr(false)).unlessPod(field('nodeSelector.edge').is('yes')),
};

const RULES = Object.entries(CHECKS).map(([id, check]) => rule({
  id, title: id, severity: Severity.LOW, domain: 'vocabulary', why: 'To see.', fix: 'None.', check,
}));

/** One difference each from a pod that says almost nothing. */
const PODS: Readonly<Record<string, object>> = {
  'plain': {},
  'user 0': { securityContext: { runAsUser: 0 } },
  'users': { securityContext: { runAsUser: 10001, runAsGroup: 0 } },
  'low user': { securityContext: { runAsUser: 10000 } },
  'priority': { priorityClassName: 'system-node-critical' },
  'host network': { hostNetwork: true },
  'host network at the edge': { hostNetwork: true, nodeSelector: { edge: 'yes' } },
  'volumes': { volumes: [{ name: 'a' }, { name: 'b', emptyDir: {} }, { name: 'c', projected: { sources: [{ configMap: { name: 'c', optional: true } }] } }] },
  'host path': { volumes: [{ name: 'a', hostPath: { path: '/' } }, { name: 'b', projected: { sources: [{ configMap: { name: 'c' } }, { secret: { name: 'd' } }] } }] },
};

const CONTAINERS: Readonly<Record<string, object>> = {
  'plain': {},
  'empty security context': { securityContext: {} },
  'privileged': { securityContext: { privileged: true } },
  'not privileged': { securityContext: { privileged: false, runAsNonRoot: true, runAsUser: 10001 } },
  'may be root': { securityContext: { runAsNonRoot: false, runAsUser: 0, runAsGroup: 1 } },
  'low user': { securityContext: { runAsUser: 10000, seccompProfile: { type: 'Unconfined' } } },
  'confined': { securityContext: { runAsNonRoot: true, runAsUser: 20000, seccompProfile: { type: 'Localhost', localhostProfile: 'a' } } },
  'drops': { imagePullPolicy: 'Always', securityContext: { capabilities: { drop: ['NET_RAW', 'ALL'], add: ['CHOWN', 'KILL'] } } },
  'adds': { imagePullPolicy: 'IfNotPresent', command: ['run'], securityContext: { capabilities: { drop: ['all'], add: ['CHOWN', 'SYS_ADMIN'] } } },
};

const QUESTIONS = Object.entries(PODS).flatMap(([pod, spec]) => (
  Object.entries(CONTAINERS).map(([container, containerSpec]) => ({ pod, spec, container, containerSpec }))));

describeOnControlPlane('The vocabulary of rules on a real API server', (client) => {
  const passed = new Set<string>();
  const failed = new Set<string>();

  beforeAll(async () => {
    await created(client(), { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'default' } });
    await install(client(), renderAdmission(RULES, 36, { validationActions: ['Warn'] }));
  }, 60_000);

  test.each(QUESTIONS)('pod "$pod", container "$container": CEL says what TypeScript says', async ({ spec, containerSpec }) => {
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'example', namespace: 'default' },
      // what the server would fill in, so that both judge the same
      spec: { ...spec, containers: [{ name: 'app', image: 'app:1.0', imagePullPolicy: 'Never', ...containerSpec }] },
    };
    const found = await verdictOfRules(object);
    found.forEach((id) => failed.add(id));
    RULES.filter(({ id }) => !found.includes(id)).forEach(({ id }) => passed.add(id));
    expect(await verdictOfServer(client(), object)).toEqual(found);
  });

  test('every word has been heard to pass and to fail', () => {
    const ids = RULES.map(({ id }) => id);
    expect({ passed: ids.filter((id) => !passed.has(id)), failed: ids.filter((id) => !failed.has(id)) }).toEqual({ passed: [], failed: [] });
  });
});

function verdictOfRules(object: KubernetesObject): string[] {
  const { findings } = evaluate([{ object, file: '', position: () => ({ line: 0, column: 0 }) }], RULES);
  return [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
}

async function verdictOfServer(client: Client, object: KubernetesObject): Promise<string[]> {
  const { status, body, warnings } = await client.create(object, { dryRun: true });
  if (status !== 201) { throw new Error(`the API server refuses the pod: ${body.message}`); }
  return policiesIn(warnings).map((name) => name.replace(/^bulwark-/, ''));
}
