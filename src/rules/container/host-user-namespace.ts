import { Severity } from '../../findings/severity';
import { cis, nsa } from '../../standards';
import { rule } from '../rule';
import { everyPod, field } from '../vocabulary';

/** Not a default: nodes without support refuse such pods. Before 1.33 it was switched off. */
export const hostUserNamespace = rule({
  id: 'host-user-namespace',
  title: 'Pod in the user namespace of its node',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Users of the container are users of the node: root in it is root out of it, and a high id owns the same files there.',
  fix: 'Set hostUsers to false where nodes support user namespaces (Linux 6.3, containerd 2.0 or CRI-O 1.25).',
  standards: [cis('5.2.7'), nsa('non-root-containers')],
  equivalents: {
    kubesec: ['HostUsers'],
  },
  default: false,
  check: {
    1.33: everyPod(field('hostUsers').is(false)).unlessPod(field('os.name').is('windows')),
  },
});
