import { InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES } from './report-formats';
import { isDay } from '../evaluation/acknowledgement';
import { PROFILES } from '../evaluation/profile';
import { minorVersionOf } from '../kubernetes/version';

export const PROFILE_NAMES = Object.keys(PROFILES);

/** What ends with status 1, from the strictest to the most lenient. */
export const THRESHOLDS = ['low', 'medium', 'high', 'critical', 'never'] as const;

export type Threshold = (typeof THRESHOLDS)[number];

export const formatOption = () => new Option('--format <format>', FORMAT_NAMES.join(', ')).choices(FORMAT_NAMES);

export const outputOption = (what: string) => new Option('--output <file>', `write ${what} to a file`);

export const failOnOption = () => new Option('--fail-on <severity>', `${THRESHOLDS.join(', ')} (default: low)`).choices(THRESHOLDS);

export const profileOption = () => new Option('--profile <name>', PROFILE_NAMES.join(', ')).choices(PROFILE_NAMES);

export const configOption = () => new Option('--config <file>', 'settings (default: ./bulwark.yaml if there is one)');

export const kubernetesVersionOption = () => new Option('--kubernetes-version <1.NN>', 'of the API server (default: the newest known)')
  .argParser((text) => minorVersionOf(text) ?? invalid('It must be a version such as 1.33.'));

export const todayOption = () => new Option('--today <date>', 'day that expiry is judged on (default: today, UTC)')
  .argParser((text) => (isDay(text) ? text : invalid('It must be a day, written YYYY-MM-DD.')));

function invalid(message: string): never {
  throw new InvalidArgumentError(message);
}
