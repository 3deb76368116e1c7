import { App } from 'cdk8s';
import { AppValidation } from './app-validation';
import { BulwarkValidationProps } from './bulwark-validation-props';
import { countsOf, violationOfErrors, violationsOf } from './cli-report';
import { RecordedConstructs } from './construct-path';
import { Settings, settingsOf } from './settings';
import { tooBad } from './too-bad';
import { lineOf } from '../constructs/validation/prop-check';
import { evaluate } from '../evaluation/evaluate';
import { readManifests } from '../manifests/read-manifests';

/** cdk8s-cli looks for `*.yaml` only, whatever the application writes. */
const NO_MANIFEST = { file: 'the application', message: 'wrote no *.yaml; look at outputFileExtension of the App' };

/**
 * Judges whatever an application makes, by all rules, when it is synthesized. There are two ways to it.
 *
 * In process, `BulwarkValidation.addTo(app)`: every way to synthesize fails while there is a finding, tests included, and
 * each finding names its construct. As a plugin of cdk8s-cli, for applications in any language: `cdk8s synth` judges the
 * manifests that were written, prints a report, and ends with status 2.
 *
 *     # cdk8s.yaml
 *     validations:
 *       - package: ./node_modules/cdk8s-bulwark
 *         version: 1.0.0            # cdk8s-cli wants one, and takes any for a path
 *         class: BulwarkValidation
 *         properties: { failOn: high }
 *
 * A failed validation leaves the manifests in `dist`: let the exit status decide whether they are applied. Do not pipe
 * `cdk8s synth --stdout` into anything, because the report comes before the manifests, and apply `dist/*.k8s.yaml` instead
 * of `dist`, because cdk8s-cli writes a file of its own there.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/#validations
 *
 * @example
 *
 * BulwarkValidation.addTo(app, { failOn: Severity.HIGH });
 */
export class BulwarkValidation {
  /**
   * Judge an application in process. Mistakes in the props are reported at synth, too.
   *
   * @param app the application
   * @param props which rules, and what is too bad
   */
  public static addTo(app: App, props: BulwarkValidationProps = {}): void {
    const { settings, mistakes } = settingsOf(props);
    app.node.addValidation(mistakes.length > 0 ? { validate: () => mistakes.map(lineOf) } : new AppValidation(app, settings));
  }

  private readonly settings: Settings;

  /**
   * The plugin, as cdk8s-cli makes it.
   *
   * @param props the `properties` in `cdk8s.yaml`
   */
  public constructor(props: BulwarkValidationProps = {}) {
    const { settings, mistakes } = settingsOf(props);
    if (mistakes.length > 0) { throw new Error(`BulwarkValidation cannot judge with these properties:\n  ${mistakes.map(lineOf).join('\n  ')}`); }
    this.settings = settings;
  }

  /**
   * Judge the manifests that an application wrote: called by cdk8s-cli. What cannot be read, and no manifest at all, fails.
   *
   * @param context a `ValidationContext` of cdk8s-cli
   */
  public async validate(context: any): Promise<void> {
    const { objects, errors } = context.manifests.length > 0 ? readManifests(context.manifests) : { objects: [], errors: [NO_MANIFEST] };
    const judged = evaluate(objects, this.settings.rules, this.settings.evaluation);
    const report = { ...judged, errors: [...errors, ...judged.errors] };
    const constructs = new RecordedConstructs(objects.map(({ object }) => object), context.metadata ?? {});

    const bad = tooBad(report.findings, this.settings.failOn);
    const violations = [...report.errors.length > 0 ? [violationOfErrors(report.errors)] : [], ...violationsOf(bad, report.rules, constructs)];
    violations.forEach((violation) => context.report.addViolation(violation));
    context.report.submit(violations.length > 0 ? 'failure' : 'success', countsOf(report));
  }
}
