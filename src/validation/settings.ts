import { BulwarkValidationProps } from './bulwark-validation-props';
import { PropCheck } from '../constructs/validation/prop-check';
import { Kind, Shape, listOf, readProps, struct, text } from '../constructs/validation/shape';
import { isDay } from '../evaluation/acknowledgement';
import { EvaluationOptions } from '../evaluation/evaluate';
import { PROFILES } from '../evaluation/profile';
import { Severity } from '../findings/severity';
import { minorVersionOf } from '../kubernetes/version';
import { catalogueFor } from '../rules/parameters';
import { Rule } from '../rules/rule';

/** What the props come down to. */
export interface Settings {
  readonly rules: readonly Rule[];
  readonly evaluation: EvaluationOptions;
  readonly failOn: Severity;
}

const SHAPE: Shape<BulwarkValidationProps> = {
  profile: oneOf(Object.keys(PROFILES)),
  failOn: oneOf(Object.values(Severity)),
  kubernetesVersion: textThat((value) => minorVersionOf(value) !== undefined, 'a version such as "1.33", in quotation marks'),
  trustedRegistries: listOf(text, 'a list of registries'),
  today: textThat(isDay, 'a day as "YYYY-MM-DD", in quotation marks'),
};

/** Reads props that may come from YAML: an unknown one would be ignored in silence, and is a mistake. */
export function settingsOf(given: BulwarkValidationProps | null | undefined): { settings: Settings; mistakes: PropCheck[] } {
  const { props, mistakes } = readProps({ properties: given ?? {} }, { properties: struct(SHAPE) });
  const { profile, failOn, kubernetesVersion, trustedRegistries, today } = (props.properties ?? {}) as BulwarkValidationProps;
  const settings: Settings = {
    rules: catalogueFor({ trustedRegistries }),
    evaluation: {
      ...profile !== undefined && { profile: PROFILES[profile] },
      ...kubernetesVersion !== undefined && { kubernetesVersion: minorVersionOf(kubernetesVersion) },
      ...today !== undefined && { today },
    },
    failOn: failOn ?? Severity.LOW,
  };
  return { settings, mistakes };
}

function oneOf(values: readonly string[]): Kind {
  return textThat((value) => values.includes(value), `one of ${values.join(', ')}`);
}

function textThat(accepts: (value: string) => boolean, allowed: string): Kind {
  return { accepts: (value) => typeof value === 'string' && accepts(value), allowed };
}
