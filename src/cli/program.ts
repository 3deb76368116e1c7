/* eslint-disable @typescript-eslint/no-require-imports -- a command is loaded when it is asked for */
import { Argument, Command, Help, Option } from 'commander';
import type { AdmissionCommandOptions } from './commands/admission';
import type { CheckOptions } from './commands/check';
import type { RulesOptions } from './commands/rules';
import { ExitStatus } from './exit-status';
import {
  configOption, failOnOption, formatOption, kubernetesVersionOption, outputOption, profileOption, todayOption,
} from './options';
import { Terminal } from './terminal';
import { version } from './version';

const WIDTH = 80;

/** What users can say. The commands themselves are elsewhere. */
export function program(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  const root = styled(new Command('bulwark'), terminal)
    .description('Judges Kubernetes manifests by one catalogue of security rules.')
    .version(version(), '--version', 'print the version');

  const command = (name: string, summary: string, description = `${summary[0].toUpperCase()}${summary.slice(1)}.`) => {
    const added = styled(new Command(name), terminal).summary(summary).description(description);
    root.addCommand(added);
    return added;
  };

  command('check', 'judge manifests', `Judge manifests together, as one application. Ends with status 0 if nothing is
found, 1 if something is, 2 if something could not be judged.`)
    .argument('<paths...>', 'files, directories, or - for standard input')
    .addOption(formatOption())
    .addOption(outputOption('the report'))
    .addOption(failOnOption())
    .addOption(profileOption())
    .addOption(configOption())
    .addOption(kubernetesVersionOption())
    .option('--each-file', 'judge every file on its own')
    .addOption(todayOption())
    .option('--baseline <file>', 'leave out what this file knows, say what is fixed')
    .option('--write-baseline <file>', 'write what is found into a file, as known')
    .action((paths: string[], options: CheckOptions) => {
      end((require('./commands/check') as typeof import('./commands/check')).check(paths, options, terminal));
    });

  command('rules', 'list the rules')
    .addOption(new Option('--format <format>', 'text, json').choices(['text', 'json']))
    .addOption(profileOption())
    .action((options: RulesOptions) => {
      end((require('./commands/rules') as typeof import('./commands/rules')).rules(options, terminal));
    });

  command('explain', 'say why a rule exists, and what to do')
    .argument('<rule>', 'id of the rule, such as privileged-container')
    .action((id: string) => {
      end((require('./commands/explain') as typeof import('./commands/explain')).explain(id, terminal));
    });

  command('admission', 'print policies for the API server', `Print the rules as ValidatingAdmissionPolicies with their bindings, to be applied
to the cluster.`)
    .addOption(profileOption())
    .addOption(configOption())
    .addOption(kubernetesVersionOption())
    .option('--validation-actions <list>', 'Deny, Warn or Audit, joined by commas (default: Deny)', commaSeparated)
    .option('--exempt-namespaces <list>', 'enforce nothing there (default: kube-system)', commaSeparated)
    .addOption(outputOption('the manifest'))
    .action((options: AdmissionCommandOptions) => {
      end((require('./commands/admission') as typeof import('./commands/admission')).admission(options, terminal));
    });

  command('completion', 'print a script for the shell', `Print a script that completes what you type. For bash, put into ~/.bashrc:
source <(bulwark completion bash)`)
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish']))
    .action((shell: 'bash' | 'zsh' | 'fish') => {
      end((require('./commands/completion') as typeof import('./commands/completion')).completion(shell, root, terminal));
    });

  return root;
}

function styled(command: Command, terminal: Terminal): Command {
  return command
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', 'print this')
    .showHelpAfterError(`(bulwark ${command.name() === 'bulwark' ? '' : `${command.name()} `}--help says what there is)`)
    // the choices stand in the descriptions
    .configureHelp({ optionDescription: ({ description }) => description, argumentDescription: ({ description }) => description } satisfies Partial<Help>)
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
      getOutHasColors: () => terminal.hasColour,
      getErrHasColors: () => false,
    });
}

function commaSeparated(text: string): string[] {
  return text.split(',').map((each) => each.trim()).filter((each) => each !== '');
}
