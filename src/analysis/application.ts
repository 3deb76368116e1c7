import { KubernetesObject } from '../kubernetes/object';

/** A fact about all objects together: computed on first use, once, whoever asks. It must stay linear in the number of objects. */
export type Analysis<Fact> = (application: Application) => Fact;

/** All objects that are judged together. */
export class Application {
  private readonly facts = new Map<Analysis<unknown>, unknown>();

  public constructor(public readonly objects: readonly KubernetesObject[]) {}

  /** `application.fact(servicesByNamespace)`: the result of an analysis. */
  public fact<Fact>(analysis: Analysis<Fact>): Fact {
    if (!this.facts.has(analysis)) {
      this.facts.set(analysis, analysis(this));
    }
    return this.facts.get(analysis) as Fact;
  }
}

/** The objects of each kind, in the order of the manifests. */
export const objectsByKind: Analysis<ReadonlyMap<string, readonly KubernetesObject[]>> = (application) => {
  const byKind = new Map<string, KubernetesObject[]>();
  for (const object of application.objects) {
    const sameKind = byKind.get(object.kind);
    if (sameKind) {
      sameKind.push(object);
    } else {
      byKind.set(object.kind, [object]);
    }
  }
  return byKind;
};
