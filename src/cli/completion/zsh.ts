import { CommandWords, OptionWords } from './vocabulary';

export function zsh(commands: readonly CommandWords[]): string {
  return `#compdef bulwark
# Completion for zsh. Put into ~/.zshrc, after compinit: source <(bulwark completion zsh)
_bulwark() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map(caseOf).join('\n')}
  esac
}
compdef _bulwark bulwark
`;
}

function caseOf({ name, options, takes }: CommandWords): string {
  const words = [...options.map(optionSpec), ...argumentSpec(takes)];
  return `  ${name})\n    _arguments ${words.map(quoted).join(' \\\n      ')} ;;`;
}

function optionSpec({ flag, description, takes }: OptionWords): string {
  const text = `${flag}[${description.replace(/[[\]:\\]/g, '\\$&')}]`;
  if (takes === 'nothing') { return text; }
  if (takes === 'text') { return `${text}: :`; }
  return takes === 'file' ? `${text}:file:_files` : `${text}: :(${takes.join(' ')})`;
}

function argumentSpec(takes: CommandWords['takes']): string[] {
  if (takes === 'nothing') { return []; }
  return [takes === 'file' ? '*:file:_files' : `1: :(${(takes as readonly string[]).join(' ')})`];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
