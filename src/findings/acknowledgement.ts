/**
 * A risk that somebody accepted, with the reason: what a reviewer or an auditor reads later.
 */
export interface Acknowledgement {
  /**
   * Id of the rule whose finding is accepted, such as `privileged-container`.
   */
  readonly rule: string;

  /**
   * Why the risk is accepted: one sentence, written into the manifest for whoever reviews the cluster.
   */
  readonly reason: string;

  /**
   * Last day on which the acknowledgement holds, as `YYYY-MM-DD`.
   *
   * Synthesis reads no clock (same input, same output); the date is written into the manifest,
   * where a check with a known day can act on it.
   *
   * @default - the acknowledgement does not expire
   */
  readonly expires?: string;
}

/** Annotations that carry acknowledgements start so; the rule id follows. The value is the reason, then optionally `; expires YYYY-MM-DD`. */
export const ACKNOWLEDGEMENT_ANNOTATION_PREFIX = 'acknowledge.cdk8s-bulwark/';
