import { Severity } from '../../findings/severity';
import { listAt } from '../../kubernetes/object';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

/** As a word of its own, alone or in a shell script. */
const SUDO = /(^|[\s;&|(`'"/])sudo($|[\s;&|)`'"])/;

export const sudoInCommand = rule({
  id: 'sudo-in-command',
  title: 'Command that uses sudo',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'The program sudo makes root of the user of the container, so it works only where privilege escalation is left open.',
  fix: 'Do what needs root when the image is built, and start the program as its own user.',
  standards: [cis('5.2.6'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    kubescape: ['C-0062'],
  },
  check: perContainer(({ spec }) => ['command', 'args'].flatMap((list) => listAt(spec, list).flatMap((word, index) => (
    typeof word === 'string' && SUDO.test(word) ? [fault(`${list}[${index}]`, `runs sudo: ${shown(word)}`)] : [])))),
});
