import { everyMountedObject } from './mounted-object';
import { Severity } from '../../findings/severity';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const mountedSecret = rule({
  id: 'mounted-secret',
  title: 'Workload mounts a Secret of the manifests',
  severity: Severity.LOW,
  domain: 'secrets',
  why: 'Whoever breaks into the workload reads the Secret; an inventory of the workloads that are worth a second look.',
  fix: 'Keep the Secrets that the workload needs, one file each, and take the values out of the manifests.',
  standards: [owasp('K08')],
  equivalents: {
    kubescape: ['C-0255'],
    kyverno: ['disallow-all-secrets'],
  },
  default: false,
  check: everyMountedObject('Secret'),
});
