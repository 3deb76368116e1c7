import { ImageReference, parseImageReference } from '../../kubernetes/image-reference';
import { PlainObject, isMap, listAt, valueAt } from '../../kubernetes/object';
import { Check, Faults, all, fault, perContainer, perPod, shown } from '../check';

/** What is wrong with an image, after `uses the image "…", `. */
type Complaint = string | undefined;

/** Judges every image that a pod uses, of its containers and of its image volumes. One that cannot be read does not pass. */
export function everyImage(judge: (image: ImageReference) => Complaint, admission?: ImageCondition): Check {
  return perImage((owner, field, path) => {
    if (valueAt(owner, field) === undefined) { return fault(path, `does not set ${field}`); }
    const image = imageIn(owner, field);
    return complained(owner, field, path, image ? judge(image) : 'which cannot be read');
  }, admission);
}

/** Judges images by what they are: one that cannot be read is left to the rules that require something of it. */
export function everyReadableImage(judge: (image: ImageReference) => Complaint): Check {
  return perImage((owner, field, path) => {
    const image = imageIn(owner, field);
    return image && complained(owner, field, path, judge(image));
  });
}

/** What the API server is to require of `image`. */
export interface ImageCondition {
  /** CEL. */
  readonly holds: string;
  /** `must have a tag`. */
  readonly must: string;
}

/** What `parseImageReference` reads, near enough. */
const READABLE = "image.matches('^([A-Za-z0-9][A-Za-z0-9.:-]*/)?[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?(@sha(256|384|512):[a-f0-9]+)?$')";

function perImage(judge: (owner: PlainObject, field: string, path: string) => Faults, admission?: ImageCondition): Check {
  const { holds = '', must = '' } = admission ?? {};
  const accepted = `${READABLE} && ${holds}`;
  const ofContainer = `[container.?image.orValue('')].all(image, ${accepted})`;
  const ofVolume = `!volume.?image.hasValue() || [volume.?image.?reference.orValue('')].all(image, ${accepted})`;
  return all(
    perContainer(({ spec }) => judge(spec, 'image', 'image'), ...admission ? [{
      holds: `variables.containers.all(container, ${ofContainer})`,
      message: `image of every container ${must}`,
      culprits: `variables.containers.filter(container, !${ofContainer}).map(container, container.name)`,
    }] : []),
    perPod(
      ({ spec }) => listAt(spec, 'volumes').flatMap((volume, index) => {
        const image = valueAt(volume, 'image');
        return (isMap(image) && judge(image, 'reference', `spec.volumes[${index}].image.reference`)) || [];
      }),
      ...admission ? [{ holds: `variables.pod.?volumes.orValue([]).all(volume, ${ofVolume})`, message: `image.reference of every volume ${must}` }] : [],
    ),
  );
}

/** Read once for all rules. */
const known = new WeakMap<PlainObject, ImageReference | 'unreadable'>();

function imageIn(owner: PlainObject, field: string): ImageReference | undefined {
  let image = known.get(owner);
  if (image === undefined) {
    image = parseImageReference(valueAt(owner, field)) ?? 'unreadable';
    known.set(owner, image);
  }
  return image === 'unreadable' ? undefined : image;
}

/** A digest is long and says nothing to people. */
function complained(owner: PlainObject, field: string, path: string, complaint: Complaint): Faults {
  if (complaint === undefined) { return undefined; }
  const text = valueAt(owner, field);
  return fault(path, `uses the image ${shown(imageIn(owner, field) ? String(text).split('@')[0] : text)}, ${complaint}`);
}
