import { readConfiguration } from './configuration/configuration';
import { Threshold } from './options';
import { EvaluationOptions } from '../evaluation/evaluate';
import { PROFILES } from '../evaluation/profile';
import { minorVersionOf } from '../kubernetes/version';
import { catalogueFor } from '../rules/parameters';
import { Rule } from '../rules/rule';

/** What commands that judge by the catalogue take from the command line. */
export interface SettingOptions {
  readonly config?: string;
  readonly profile?: string;
  readonly kubernetesVersion?: number;
  readonly failOn?: Threshold;
  readonly today?: string;
}

/** What the command line and `bulwark.yaml` say together. */
export interface Settings {
  readonly rules: readonly Rule[];
  readonly failOn: Threshold;
  readonly evaluation: EvaluationOptions;
}

/** The command line goes before the file. */
export function settingsOf({ config, ...options }: SettingOptions): Settings {
  const { profile, kubernetesVersion, failOn, severities, registries, acknowledgements } = readConfiguration(config);
  const profileName = options.profile ?? profile;
  return {
    rules: catalogueFor({ trustedRegistries: registries }),
    failOn: options.failOn ?? failOn ?? 'low',
    evaluation: {
      profile: profileName === undefined ? undefined : PROFILES[profileName],
      kubernetesVersion: options.kubernetesVersion ?? (kubernetesVersion === undefined ? undefined : minorVersionOf(kubernetesVersion)),
      severities,
      acknowledgements,
      today: options.today ?? new Date().toISOString().slice(0, 10),
    },
  };
}
