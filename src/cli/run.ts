import { CommanderError } from 'commander';
import { BadUsage } from './bad-usage';
import { ExitStatus } from './exit-status';
import { program } from './program';
import { Terminal } from './terminal';
import { printable } from '../reports/printable';

/** Commander's words for ends that are no mistakes. */
const WANTED = ['commander.help', 'commander.helpDisplayed', 'commander.version'];

/** Runs one command line; whatever goes wrong is said, and is no pass. */
export function run(words: readonly string[], terminal: Terminal): ExitStatus {
  let status = ExitStatus.FAILED;
  try {
    program(terminal, (ended) => { status = ended; }).parse(words, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      return WANTED.includes(error.code) && error.exitCode === 0 ? ExitStatus.PASSED : ExitStatus.FAILED;
    }
    const lines = error instanceof BadUsage ? error.lines.map(printable) : [`internal error: ${error instanceof Error ? error.stack : String(error)}`];
    terminal.err(lines.map((line) => `bulwark: ${line}\n`).join(''));
    return ExitStatus.FAILED;
  }
}
