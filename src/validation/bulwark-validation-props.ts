import { Severity } from '../findings/severity';

/**
 * What is judged, and what is too bad. In `cdk8s.yaml` these are the `properties` of the validation.
 */
export interface BulwarkValidationProps {
  /**
   * Which rules judge: `default`, `all`, `pss-baseline`, `pss-restricted`, `cis`, `nsa` or `owasp`.
   *
   * @default default - everything that is wrong in most applications, no mere inventory
   */
  readonly profile?: string;

  /**
   * The least severity of a finding that makes validation fail: `low`, `medium`, `high` or `critical`.
   *
   * @default Severity.LOW - every finding does
   */
  readonly failOn?: Severity;

  /**
   * Version of the API server that the manifests are for, such as `1.33`. In YAML it needs quotation marks, or it is a number.
   *
   * @default - the newest version that the rules know
   */
  readonly kubernetesVersion?: string;

  /**
   * Registries whose images are trusted, such as `registry.example.com/shop`; images from everywhere else are findings.
   *
   * @default - all registries but those that are open to everybody
   */
  readonly trustedRegistries?: string[];

  /**
   * The day on which acknowledgements are judged, as `YYYY-MM-DD`: what was accepted until an earlier day is a finding again.
   *
   * @default - no acknowledgement expires: validation reads no clock, so that the same application has the same result;
   * `bulwark check` does
   */
  readonly today?: string;
}
