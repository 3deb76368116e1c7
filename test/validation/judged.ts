import { App, Chart, Testing } from 'cdk8s';
import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { Report } from '../../src/findings/report';
import { ManifestText } from '../../src/manifests/manifest-text';
import { readDocuments } from '../../src/manifests/read-documents';
import { catalogue } from '../../src/rules/catalogue';

const ACKNOWLEDGEMENT = /(^|\.)acknowledge\.cdk8s-bulwark\//;

/**
 * Rules of the profile `all` that no manifest can satisfy without giving something up, each with the reason why our
 * own constructs do not. Everything else must find nothing in what they make.
 */
export const INVENTORY: Readonly<Record<string, string>> = {
  'host-user-namespace': 'user namespaces need Linux 6.3 and a runtime that knows them: a pod would not start on other nodes',
  'missing-priority-class': 'which workload goes first is for the application to say: HardenedDeployment takes a PriorityClass',
  'service-account-with-permissions': 'an account that was granted something holds it: the rule lists accounts worth a second look',
  'missing-owner-label': 'SecureNamespace has it for all that is in it; a construct without a namespace of the application has nobody to ask',
};

/** Everything that all rules say about the manifests of an application. */
export function judged(objects: readonly unknown[]): Report {
  const { objects: read, errors } = readDocuments(new ManifestText('app.k8s.yaml', objects.map((object) => JSON.stringify(object)).join('\n---\n')));
  if (errors.length > 0) { throw new Error(errors.map(({ message }) => message).join('\n')); }
  return evaluate(read, catalogue, { profile: PROFILES.all });
}

/** All objects of an application, as they are written. */
export function synthesized(chart: Chart): any[] {
  return App.of(chart).charts.flatMap((one) => Testing.synth(one));
}

/** What all rules find, as `rule on Kind name`, but for inventory. */
export function findingsIn(objects: readonly unknown[]): string[] {
  const { findings, errors } = judged(objects);
  return [
    ...errors.map(({ message }) => `error: ${message}`),
    ...findings.filter(({ ruleId }) => !(ruleId in INVENTORY)).map(({ ruleId, resource, message }) => `${ruleId} on ${resource.kind} ${resource.name}: ${message}`),
  ];
}

/** The same objects, but nothing in them is acknowledged. */
export function withoutAcknowledgements(objects: readonly unknown[]): unknown[] {
  return JSON.parse(JSON.stringify(objects), (_key, value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !ACKNOWLEDGEMENT.test(name))) : value);
}
