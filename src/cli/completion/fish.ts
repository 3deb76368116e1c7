import { CommandWords, OptionWords } from './vocabulary';

export function fish(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c bulwark -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.description)}`,
    ...argumentLine(command),
    ...command.options.map((option) => optionLine(command, option)),
  ]);
  return `# Completion for fish: bulwark completion fish > ~/.config/fish/completions/bulwark.fish
${lines.join('\n')}
`;
}

function argumentLine({ name, takes }: CommandWords): string[] {
  if (takes === 'file') { return []; }
  return [`complete -c bulwark -n '__fish_seen_subcommand_from ${name}' -f${takes === 'nothing' ? '' : ` -a '${takes.join(' ')}'`}`];
}

function optionLine({ name }: CommandWords, { flag, description, takes }: OptionWords): string {
  const after = takes === 'nothing' ? '' : takes === 'file' ? ' -r -F' : takes === 'text' ? ' -x' : ` -x -a '${takes.join(' ')}'`;
  return `complete -c bulwark -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${after} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
