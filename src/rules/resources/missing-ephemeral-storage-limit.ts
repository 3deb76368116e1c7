import { everyContainerStates } from './declared-amount';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const missingEphemeralStorageLimit = rule({
  id: 'missing-ephemeral-storage-limit',
  title: 'Ephemeral storage limit missing',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'Whoever can make the container write or log fills the disk of the node, and the kubelet evicts its neighbours too.',
  fix: 'Set resources.limits.ephemeral-storage in every container to the most that it may write, logs included.',
  standards: [nsa('resource-policies'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-ephemeral-storage-request-and-limit'],
    'kyverno': ['require-emptydir-requests-limits'],
  },
  check: everyContainerStates('limits', 'ephemeral-storage'),
});
