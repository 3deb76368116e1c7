/**
 * What a container image is called, in parts, nothing normalized: `nginx` stays `nginx` and does
 * not become `docker.io/library/nginx:latest`.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
 */
export interface ImageReference {
  /** Host, with its port where there is one; missing means the default registry of the container runtime. */
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  /** Algorithm and hex digits, such as `sha256:…`. */
  readonly digest?: string;
}

// The grammar of https://github.com/distribution/reference, spelt so that no text can be read in two ways (linear time).
const PATH_COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DOMAIN_LABEL = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const REGISTRY = new RegExp(`^(?:${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const REPOSITORY = new RegExp(`^${PATH_COMPONENT}(?:/${PATH_COMPONENT})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;
const LONGEST_REPOSITORY = 255;

/** The parts of an image reference, or undefined when no container runtime would accept it. */
export function parseImageReference(text: unknown): ImageReference | undefined {
  if (typeof text !== 'string' || IMAGE_ID.test(text)) { return undefined; }
  const [named, digest] = splitAt(text, text.indexOf('@'));
  const lastSlash = named.lastIndexOf('/');
  const [name, tag] = splitAt(named, named.indexOf(':', lastSlash + 1));
  const firstSlash = name.indexOf('/');
  const hasRegistry = firstSlash !== -1 && namesRegistry(name.slice(0, firstSlash));
  const registry = hasRegistry ? name.slice(0, firstSlash) : undefined;
  const repository = hasRegistry ? name.slice(firstSlash + 1) : name;

  const right = (registry === undefined || REGISTRY.test(registry))
    && repository.length <= LONGEST_REPOSITORY && REPOSITORY.test(repository)
    && (tag === undefined || TAG.test(tag))
    && (digest === undefined || DIGEST.test(digest));
  return right ? { registry, repository, tag, digest } : undefined;
}

/** Whether what stands before the first slash is a host rather than a part of the repository. */
function namesRegistry(component: string): boolean {
  return component === 'localhost' || /[.:A-Z]/.test(component);
}

function splitAt(text: string, at: number): [string, string | undefined] {
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
