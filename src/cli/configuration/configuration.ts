import { lstatSync } from 'fs';
import { configurationSchema } from './configuration-schema';
import { mistakesIn } from './mistakes';
import { ConfiguredAcknowledgement } from '../../evaluation/acknowledgement';
import { Acknowledgement } from '../../findings/acknowledgement';
import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { readPlainDocument } from '../../manifests/read-plain-document';
import { sourceLocation } from '../../reports/wording';
import { catalogue } from '../../rules/catalogue';
import { BadUsage } from '../bad-usage';
import { Threshold } from '../options';

/** What `bulwark.yaml` holds. */
export interface Configuration {
  readonly profile?: string;
  readonly kubernetesVersion?: string;
  readonly failOn?: Threshold;
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly registries?: readonly string[];
  readonly acknowledgements?: readonly ConfiguredAcknowledgement[];
}

/** Used where no other file is named. */
export const DEFAULT_CONFIGURATION = 'bulwark.yaml';

/**
 * The settings in a file; without one in the file `bulwark.yaml`, where there is one.
 *
 * @throws BadUsage with every mistake in it
 */
export function readConfiguration(file: string | undefined): Configuration {
  // a link that leads nowhere is there, too, and must not be taken for no settings
  if (file === undefined && !lstatSync(DEFAULT_CONFIGURATION, { throwIfNoEntry: false })) { return {}; }
  const name = file ?? DEFAULT_CONFIGURATION;
  const document = readPlainDocument(name);
  if ('message' in document) { throw new BadUsage([`${sourceLocation(document)}: ${document.message}`]); }
  const value = document.value ?? {};
  const mistakes = mistakesIn(value, configurationSchema(catalogue));
  if (mistakes.length > 0) {
    const placed = mistakes.map(({ path, message }) => ({ ...document.position(path), message }));
    throw new BadUsage(placed
      .sort((one, other) => one.line - other.line || one.column - other.column)
      .map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`));
  }
  const { acknowledgements = [], ...rest } = value as Omit<Configuration, 'acknowledgements'> & { readonly acknowledgements?: readonly Acknowledgement[] };
  return {
    ...rest,
    acknowledgements: acknowledgements.map((each, index) => (
      { ...each, file: name, ...document.position(fieldPath('acknowledgements', [index])) }
    )),
  };
}
