import { Command, Option } from 'commander';

/** An option, and what may follow it. */
export interface OptionWords {
  readonly flag: string;
  readonly description: string;
  /** Nothing follows; one of these; a file; or something that nobody can guess. */
  readonly takes: 'nothing' | 'file' | 'text' | readonly string[];
}

/** A command, and what may follow it. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** Files, or one of these. */
  readonly takes: 'nothing' | 'file' | readonly string[];
}

/** All that can be completed, read off the program itself. */
export function vocabulary(root: Command, ruleIds: readonly string[]): readonly CommandWords[] {
  return root.commands.map((command) => ({
    name: command.name(),
    description: command.summary(),
    options: [
      ...command.options.map(optionWords),
      { flag: '--help', description: 'print help', takes: 'nothing' },
    ],
    takes: argumentWords(command, ruleIds),
  }));
}

function optionWords({ long, description, argChoices, required, flags }: Option): OptionWords {
  const takes = argChoices ?? (flags.includes('<file>') ? 'file' : 'text');
  return { flag: long!, description, takes: required ? takes : 'nothing' };
}

function argumentWords({ registeredArguments: [argument] }: Command, ruleIds: readonly string[]): CommandWords['takes'] {
  if (!argument) { return 'nothing'; }
  if (argument.name() === 'rule') { return ruleIds; }
  return argument.argChoices ?? 'file';
}
