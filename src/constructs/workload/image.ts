/**
 * A container image.
 *
 * A tag can be moved to other content by whoever may push to the registry; a digest is the content.
 * That is why a digest is required, and a tag alone needs a reason.
 *
 * What is wrong with a reference is reported at synth, with all other mistakes of the application.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
 */
export class Image {
  /**
   * An image by digest.
   *
   * @param reference such as `registry.example.com/shop/api:1.4.2@sha256:…`; the tag is optional and only for people
   */
  public static of(reference: string): Image {
    return new Image(reference);
  }

  /**
   * An image by tag alone: the node runs whatever the tag points to on the day it pulls.
   *
   * The reason holds for this image alone, and is written to the workload as the annotation
   * `acknowledge.cdk8s-bulwark/image-without-digest`.
   *
   * @param reference such as `registry.example.com/shop/api:1.4.2`; never `latest`
   * @param reason why there is no digest
   */
  public static ofTag(reference: string, reason: string): Image {
    return new Image(reference, reason);
  }

  private constructor(
    /** The reference as it was given. */
    public readonly reference: string,
    /** @internal */
    public readonly _reasonForTag?: string,
  ) {}
}
