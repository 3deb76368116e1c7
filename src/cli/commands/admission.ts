import { AdmissionOptions, renderAdmission } from '../../admission/policies';
import { PROFILES } from '../../evaluation/profile';
import { LATEST_KUBERNETES } from '../../kubernetes/version';
import { writeManifests } from '../../manifests/write-manifests';
import { BadUsage } from '../bad-usage';
import { ExitStatus } from '../exit-status';
import { SettingOptions, settingsOf } from '../settings';
import { Terminal } from '../terminal';
import { writeFile } from '../write-file';

export interface AdmissionCommandOptions extends SettingOptions, AdmissionOptions {
  readonly output?: string;
}

const VALIDATION_ACTIONS = ['Deny', 'Warn', 'Audit'];

/** `bulwark admission`. */
export function admission(options: AdmissionCommandOptions, terminal: Terminal): ExitStatus {
  const { validationActions, exemptNamespaces, output } = options;
  assertActions(validationActions ?? ['Deny']);
  const { rules, evaluation: { profile = PROFILES.default, kubernetesVersion = LATEST_KUBERNETES } } = settingsOf(options);
  const yaml = writeManifests(rendered(() => renderAdmission(rules.filter(profile), kubernetesVersion, {
    ...validationActions && { validationActions }, ...exemptNamespaces && { exemptNamespaces },
  })));
  if (output === undefined) { terminal.out(yaml); } else { writeFile(output, yaml); }
  return ExitStatus.PASSED;
}

/** The API server refuses a binding that says otherwise. */
function assertActions(actions: readonly string[]): void {
  const unknown = actions.filter((action) => !VALIDATION_ACTIONS.includes(action));
  const mistakes = [
    ...actions.length === 0 ? ['none is given'] : [],
    ...unknown.map((action) => `${JSON.stringify(action)} is none`),
    ...actions.includes('Deny') && actions.includes('Warn') ? ['Deny and Warn exclude each other'] : [],
    ...new Set(actions).size < actions.length ? ['one is given twice'] : [],
  ];
  if (mistakes.length > 0) { throw new BadUsage(mistakes.map((mistake) => `--validation-actions: ${mistake}; there are ${VALIDATION_ACTIONS.join(', ')}`)); }
}

function rendered<T>(render: () => T): T {
  try {
    return render();
  } catch (error) {
    throw error instanceof RangeError ? new BadUsage([error.message]) : error;
  }
}
