/** One resource or subresource that the API server serves. */
export interface ServedResource {
  readonly group: string;
  readonly version: string;
  /** Plural name, with its subresource if it is one: `pods`, `pods/exec`. */
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: string[];
}

/** Media type of the discovery of everything in one document. */
export const AGGREGATED_DISCOVERY = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/**
 * Everything in a discovery document.
 *
 * @param document an APIGroupDiscoveryList
 */
export function servedResources(document: any): ServedResource[] {
  return document.items.flatMap((group: any) => group.versions.flatMap((version: any) => (version.resources ?? []).flatMap((served: any) => {
    const common = { group: group.metadata.name ?? '', version: version.version, namespaced: served.scope === 'Namespaced' };
    return [
      // a resource without verbs only carries its subresources
      ...(served.verbs?.length ? [{ ...common, resource: served.resource, kind: served.responseKind.kind, verbs: served.verbs }] : []),
      ...(served.subresources ?? []).map((below: any) => ({
        ...common,
        resource: `${served.resource}/${below.subresource}`,
        kind: below.responseKind?.kind ?? '',
        verbs: below.verbs,
      })),
    ];
  })));
}
