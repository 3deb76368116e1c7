import { Severity } from '../../findings/severity';
import { listAt, textAt, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';

export const gitSyncCommand = rule({
  id: 'git-sync-command',
  title: 'Program of its own for git-sync',
  severity: Severity.HIGH,
  domain: 'image',
  why: 'GITSYNC_GIT names the program that git-sync runs as git: whoever may set it runs what they like under the identity of the pod.',
  fix: 'Remove GITSYNC_GIT; git-sync finds git by itself.',
  standards: [nsa('secure-images'), owasp('K01')],
  equivalents: {
    checkov: ['CKV_K8S_159'],
  },
  check: perContainer(({ spec }) => (/git-sync/i.test(textAt(spec, 'image') ?? '')
    ? listAt(spec, 'env').flatMap((variable, index) => (
      valueAt(variable, 'name') === 'GITSYNC_GIT' ? [fault(`env[${index}]`, 'sets GITSYNC_GIT for git-sync')] : []))
    : undefined)),
});
