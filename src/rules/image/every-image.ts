import { ImageReference, parseImageReference } from '../../kubernetes/image-reference';
import { listAt, valueAt } from '../../kubernetes/object';
import { Check, Fault, all, fault, perContainer, perPod, shown } from '../check';

/** What is wrong with an image, after `uses the image "…", `. */
type Complaint = string | undefined;

/** Judges every image that a pod uses, of its containers and of its image volumes. One that cannot be read does not pass. */
export function everyImage(judge: (image: ImageReference) => Complaint, admission?: ImageCondition): Check {
  return perImage((text, field, path) => {
    if (text === undefined) { return [fault(path, `does not set ${field}`)]; }
    const image = parseImageReference(text);
    return complained(text, path, image ? judge(image) : 'which cannot be read');
  }, admission);
}

/** Judges images by what they are: one that cannot be read is left to the rules that require something of it. */
export function everyReadableImage(judge: (image: ImageReference) => Complaint): Check {
  return perImage((text, _, path) => {
    const image = parseImageReference(text);
    return image ? complained(text, path, judge(image)) : [];
  });
}

/** What the API server is to require of `image`. */
export interface ImageCondition {
  /** CEL. */
  readonly holds: string;
  /** `must have a tag`. */
  readonly must: string;
}

function perImage(judge: (text: unknown, field: string, path: string) => readonly Fault[], admission?: ImageCondition): Check {
  const { holds = '', must = '' } = admission ?? {};
  const ofContainer = `[container.?image.orValue('')].all(image, ${holds})`;
  const ofVolume = `!volume.?image.hasValue() || [volume.?image.?reference.orValue('')].all(image, ${holds})`;
  return all(
    perContainer(({ spec }) => judge(valueAt(spec, 'image'), 'image', 'image'), ...admission ? [{
      holds: `variables.containers.all(container, ${ofContainer})`,
      message: `image of every container ${must}`,
      culprits: `variables.containers.filter(container, !${ofContainer}).map(container, container.name)`,
    }] : []),
    perPod(
      ({ spec }) => listAt(spec, 'volumes').flatMap((volume, index) => {
        const image = valueAt(volume, 'image');
        return image === undefined ? [] : judge(valueAt(image, 'reference'), 'image.reference', `spec.volumes[${index}].image.reference`);
      }),
      ...admission ? [{ holds: `variables.pod.?volumes.orValue([]).all(volume, ${ofVolume})`, message: `image.reference of every volume ${must}` }] : [],
    ),
  );
}

function complained(text: unknown, path: string, complaint: Complaint): readonly Fault[] {
  return complaint === undefined ? [] : [fault(path, `uses the image ${shown(withoutDigest(text))}, ${complaint}`)];
}

/** A digest is long, and says nothing to people. */
function withoutDigest(text: unknown): unknown {
  return typeof text === 'string' && parseImageReference(text) ? text.split('@')[0] : text;
}
