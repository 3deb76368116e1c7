import { dump } from 'js-yaml';

/** YAML documents of objects, to be applied to a cluster: what one version of YAML would misread stands in quotation marks. */
export function writeManifests(objects: readonly object[]): string {
  return objects.map((object) => `---\n${dump(object, { noRefs: true, lineWidth: -1 })}`).join('');
}
