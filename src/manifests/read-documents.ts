import { Document, buildDocuments } from './build-documents';
import { looksLikeHelmTemplate, unrenderedField } from './helm-template';
import { FoundObject, NoObjectError, kubernetesObjects } from './kubernetes-objects';
import { ManifestText } from './manifest-text';
import { Piece, concatenatedJson, pieces } from './pieces';
import { quickDocument } from './quick/quick-document';
import { ReadingError } from './reading-error';
import { InputError } from '../findings/finding';
import { ManifestObject } from '../kubernetes/manifest-object';

const RENDER = 'a Helm template that was not rendered: check what "helm template" prints';

/** What one file holds. */
export interface FileContent {
  readonly objects: ManifestObject[];
  readonly errors: InputError[];
  /** False for a file of another tool: well-formed, with content, and nothing in it was meant for a cluster. */
  readonly isManifest: boolean;
}

/** Reads all documents of a file; a malformed one does not keep the others from being read. */
export function readDocuments(source: ManifestText): FileContent {
  const objects: ManifestObject[] = [];
  const errors: ReadingError[] = [];
  const isTemplated = source.text.includes('{{');
  for (const document of documentsOf(source)) {
    if (document instanceof ReadingError) {
      errors.push(document);
      continue;
    }
    const found = kubernetesObjects(source, document.value, document.node);
    for (const error of found.errors) { errors.push(error); }
    for (const each of found.objects) {
      const mistake = isTemplated ? notRendered(source, each) : undefined;
      if (mistake) { errors.push(mistake); } else { objects.push(placed(source, each)); }
    }
  }
  const isManifest = objects.length > 0 || errors.length === 0 || errors.some((error) => isAboutManifest(source, error));
  return { objects, errors: errors.map((error) => located(source, error)), isManifest };
}

/** Settings of other tools are often JSON with comments, which is malformed as JSON and as YAML. */
function isAboutManifest(source: ManifestText, error: ReadingError): boolean {
  return error instanceof NoObjectError ? error.wasMeant : !/\.json$/i.test(source.file) || source.text.includes('apiVersion');
}

function* documentsOf(source: ManifestText): Generator<Document | ReadingError> {
  for (const piece of pieces(source.text)) {
    const quick = quickDocument(source.text, piece.start, piece.end, source.nodes);
    if (quick) { yield quick; } else { yield* documents(source, piece); }
  }
}

function documents(source: ManifestText, piece: Piece): readonly (Document | ReadingError)[] {
  try {
    return buildDocuments(source.text, piece.start, piece.end, source.nodes);
  } catch (error) {
    if (!(error instanceof ReadingError)) { throw error; }
    return malformed(source, piece, error);
  }
}

function malformed(source: ManifestText, piece: Piece, error: ReadingError): readonly (Document | ReadingError)[] {
  const values = concatenatedJson(source.text, piece);
  if (values.length > 1) { return values.flatMap((value) => documents(source, value)); }
  const isTemplate = looksLikeHelmTemplate(source.text.slice(piece.start, piece.end));
  return [isTemplate ? new ReadingError(`${RENDER} (${error.message})`, error.offset) : error];
}

function notRendered(source: ManifestText, { object, node }: FoundObject): ReadingError | undefined {
  const field = unrenderedField(object);
  return field === undefined ? undefined : new ReadingError(`${RENDER} (see ${field})`, source.offset(node, field));
}

function placed(source: ManifestText, { object, node }: FoundObject): ManifestObject {
  return { object, file: source.file, position: (path) => source.position(node, path) };
}

function located(source: ManifestText, error: ReadingError): InputError {
  return { file: source.file, ...source.at(error.offset), message: error.message };
}
