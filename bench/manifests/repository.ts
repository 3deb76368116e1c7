import { careOf } from './care';
import { COMPANIONS, networkPolicy, role, service } from './companions';
import { Random } from './random';
import { Identity, cronJob, deployment, statefulSet } from './workloads';

const APPS_PER_NAMESPACE = 20;

/** The manifests of a platform: a file for each namespace, and how many documents there are together. The same in every run. */
export function* repository(documents: number): Generator<{ readonly file: string; readonly text: string }> {
  const random = new Random(1);
  let left = documents;
  for (let at = 0; left > 0; at++) {
    const namespace = `team-${at}`;
    const texts = namespaceDocuments(namespace, random).slice(0, left);
    left -= texts.length;
    yield { file: `${namespace}.yaml`, text: texts.map((text) => `---\n${text}`).join('') };
  }
}

function namespaceDocuments(namespace: string, random: Random): string[] {
  const documents = guardRails(namespace);
  for (let at = 0; at < APPS_PER_NAMESPACE; at++) {
    documents.push(...application({ app: `${namespace}-app-${at}`, namespace, care: careOf(random) }, random));
  }
  return documents;
}

/** A workload in six; services, policies and roles make up most of the rest. */
function application(identity: Identity, random: Random): string[] {
  return [
    deployment(identity, random),
    ...random.chance(5) ? [statefulSet(identity, random)] : [],
    ...random.chance(5) ? [cronJob(identity, random)] : [],
    service(identity, identity.app),
    ...random.chance(60) ? [service(identity, `${identity.app}-metrics`)] : [],
    networkPolicy(identity, identity.app, random),
    ...random.chance(40) ? [networkPolicy(identity, `${identity.app}-peers`, random)] : [],
    role(identity, random),
    ...COMPANIONS.filter(() => random.chance(20)).map((companion) => companion(identity, random)),
  ];
}

function guardRails(namespace: string): string[] {
  return [
    `apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
  labels:
    pod-security.kubernetes.io/enforce: baseline
    owner: ${namespace}
`,
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: ${namespace}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
    `apiVersion: v1
kind: ResourceQuota
metadata: { name: quota, namespace: ${namespace} }
spec:
  hard: { requests.cpu: "40", requests.memory: 80Gi, limits.cpu: "80", limits.memory: 160Gi }
`,
  ];
}
