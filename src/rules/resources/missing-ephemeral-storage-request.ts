import { everyContainerStates } from './declared-amount';
import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';

export const missingEphemeralStorageRequest = rule({
  id: 'missing-ephemeral-storage-request',
  title: 'Ephemeral storage request missing',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'The scheduler does not know what the pod writes, and puts it on nodes whose disk is already full.',
  fix: 'Set resources.requests.ephemeral-storage in every container to what it normally writes, logs included.',
  standards: [nsa('resource-policies'), owasp('K01')],
  equivalents: {
    'kube-score': ['container-ephemeral-storage-request-and-limit'],
    'kyverno': ['require-emptydir-requests-limits'],
  },
  check: everyContainerStates('requests', 'ephemeral-storage'),
});
