import { CommandWords, OptionWords } from './vocabulary';

/** Where the function offers nothing, bash completes file names. */
export function bash(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion for bash. Put into ~/.bashrc: source <(bulwark completion bash)
_bulwark() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} words=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    words='${[...names, '--help', '--version'].join(' ')}'
  else
    case "\${COMP_WORDS[1]} $previous" in
${commands.flatMap((command) => command.options.flatMap((option) => afterOption(command, option))).join('\n')}
    *)
      case "\${COMP_WORDS[1]} $current" in
${commands.map(({ name, options }) => `      '${name} -'*) words='${options.map(({ flag }) => flag).join(' ')}' ;;`).join('\n')}
${commands.flatMap(({ name, takes }) => (typeof takes === 'string' ? [] : [`      '${name} '*) words='${takes.join(' ')}' ;;`])).join('\n')}
      esac ;;
    esac
  fi
  local IFS=$' \\n'
  [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$current"))
  return 0
}
complete -o default -F _bulwark bulwark
`;
}

function afterOption({ name }: CommandWords, { flag, takes }: OptionWords): string[] {
  if (takes === 'nothing') { return []; }
  return [typeof takes === 'string' ? `    '${name} ${flag}') ;;` : `    '${name} ${flag}') words='${takes.join(' ')}' ;;`];
}
