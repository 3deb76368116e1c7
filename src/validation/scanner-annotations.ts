import { App, IResolver, ResolutionContext } from 'cdk8s';
import { Scanner } from './scanner';
import { AcceptedCheck, Annotations, SCANNER_SYNTAX } from './scanner-syntax';
import { acknowledgementsOf } from '../evaluation/acknowledgement';
import { textsAt } from '../kubernetes/object';
import { catalogue } from '../rules/catalogue';

const SCANNERS = Object.values(Scanner);

/**
 * Writes what was acknowledged in the syntax of other scanners too: accepted once, quiet everywhere.
 *
 * Every object with an annotation `acknowledge.cdk8s-bulwark/<rule>`, however it came there, gets the annotations by
 * which the scanners leave out their own checks for the same thing, as `bulwark explain <rule>` lists them. Those that
 * are there already stay.
 *
 * Their checks are often wider than our rules (kube-score has one for all CPU and memory), and can only be left out as a
 * whole; only Kubescape knows an expiry. What is accepted for one container, or on a pod template, stays between us:
 * scanners know objects only. Our own check goes on to report everything but what was accepted.
 *
 * @example
 *
 * ScannerAnnotations.addTo(app, [Scanner.KUBE_SCORE, Scanner.CHECKOV]);
 */
export class ScannerAnnotations {
  /**
   * Annotate all objects of an application whenever it is synthesized.
   *
   * @param app the application
   * @param scanners who is to be told; all of them if this is left out
   */
  public static addTo(app: App, scanners: Scanner[] = SCANNERS): void {
    const unknown = scanners.filter((scanner) => !SCANNERS.includes(scanner));
    if (unknown.length > 0) { throw new Error(`scanners is ${JSON.stringify(unknown)}, allowed is among ${SCANNERS.join(', ')}`); }
    app.resolvers.push(new AnnotationResolver(scanners));
  }

  private constructor() {}
}

/** Adds to the annotations while they are rendered, so that nothing is changed and the order of calls does not matter. */
class AnnotationResolver implements IResolver {
  public constructor(private readonly scanners: readonly Scanner[]) {}

  public resolve(context: ResolutionContext): void {
    if (context.key.join('.') !== 'metadata.annotations') { return; }
    const present = textsAt(context.value);
    const added = annotationsFor(present, this.scanners);
    // what is replaced is resolved again
    if (Object.entries(added).some(([key, value]) => present[key] !== value)) { context.replaceValue({ ...context.value, ...added }); }
  }
}

function annotationsFor(present: Annotations, scanners: readonly Scanner[]): Annotations {
  const acknowledgements = acknowledgementsOf({ apiVersion: '', kind: '', metadata: { annotations: present } })
    .filter(({ container, accepts }) => container === undefined && accepts !== undefined);
  if (acknowledgements.length === 0) { return {}; }
  return Object.assign({}, ...scanners.map((scanner) => {
    const accepted = new Map<string, AcceptedCheck>();
    for (const { rule, accepts } of acknowledgements) {
      for (const check of equivalentsOf(rule)[scanner] ?? []) { accepted.set(check, accepted.get(check) ?? { ...accepts!, check }); }
    }
    return accepted.size === 0 ? {} : SCANNER_SYNTAX[scanner]([...accepted.values()], present);
  }));
}

function equivalentsOf(rule: string): Readonly<Record<string, readonly string[]>> {
  return catalogue.find(({ id }) => id === rule)?.equivalents ?? {};
}
