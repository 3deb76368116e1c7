import { Command } from 'commander';
import { catalogue } from '../../rules/catalogue';
import { bash } from '../completion/bash';
import { fish } from '../completion/fish';
import { vocabulary } from '../completion/vocabulary';
import { zsh } from '../completion/zsh';
import { ExitStatus } from '../exit-status';
import { Terminal } from '../terminal';

const SHELLS = { bash, zsh, fish };

/** `bulwark completion`. */
export function completion(shell: keyof typeof SHELLS, root: Command, terminal: Terminal): ExitStatus {
  terminal.out(SHELLS[shell](vocabulary(root, catalogue.map(({ id }) => id))));
  return ExitStatus.PASSED;
}
