import { isScoped, limitedResources } from '../../analysis/resource-quotas';
import { Severity } from '../../findings/severity';
import { namespaceOf } from '../../kubernetes/object';
import { nsa } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

/** What a quota must limit, by the names that limit it. */
const WANTED = [['requests.cpu', 'cpu'], ['requests.memory', 'memory'], ['limits.cpu'], ['limits.memory']];

export const incompleteResourceQuota = rule({
  id: 'incomplete-resource-quota',
  title: 'ResourceQuota that leaves compute unlimited',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'What no quota of the namespace limits, one team or one stolen credential can take from the whole cluster.',
  fix: 'Set requests.cpu, requests.memory, limits.cpu and limits.memory in spec.hard.',
  standards: [nsa('resource-policies'), nsa('namespaces')],
  equivalents: {
    trivy: ['KSV-0040'],
    kyverno: ['add-ns-quota'],
  },
  check: inApplication(['ResourceQuota'], (quota, application) => {
    if (isScoped(quota)) { return undefined; }
    const limited = limitedResources(application, namespaceOf(quota));
    const missing = WANTED.filter((names) => !names.some((name) => limited.has(name))).map(([name]) => name);
    return missing.length === 0 ? undefined : fault('spec.hard', `does not limit ${missing.join(', ')}, nor does another quota of its namespace`);
  }),
});
