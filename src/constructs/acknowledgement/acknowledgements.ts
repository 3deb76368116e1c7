import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ACKNOWLEDGEMENT_ANNOTATION_PREFIX, Acknowledgement } from '../../findings/acknowledgement';
import { PropCheck, checkAtSynth } from '../validation/prop-check';

const RULE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** cdk8s renders no annotation of this value, and has no other way to take one back. */
const ABSENT = undefined as unknown as string;

const registry = new WeakMap<IConstruct, Acknowledgements>();

/**
 * The accepted risks of one construct.
 *
 * An acknowledgement lets exactly one unsafe value of exactly one construct through, and leaves
 * the reason in the manifest as the annotation `acknowledge.cdk8s-bulwark/<rule>`, so that nobody
 * has to ask why it is there.
 *
 * It stands on the object that shows the value (the Service of a deployment, the binding of a grant), and once more for
 * each further rule that finds it: `BulwarkValidation` and `bulwark check` are then quiet about it, and
 * `ScannerAnnotations` tells other scanners.
 *
 * @example
 *
 * Acknowledgements.of(agent).add({ rule: 'privileged-container', reason: 'loads the eBPF probe, SEC-412' });
 */
export class Acknowledgements {
  /**
   * The acknowledgements of a construct.
   *
   * @param construct the construct that owns the unsafe value, such as a `HardenedDeployment`
   */
  public static of(construct: IConstruct): Acknowledgements {
    let found = registry.get(construct);
    if (!found) {
      found = new Acknowledgements(construct);
      registry.set(construct, found);
    }
    return found;
  }

  private readonly accepted = new Map<string, Acknowledgement>();
  private readonly noted = new Set<string>();
  private readonly checks: PropCheck[] = [];

  private constructor(private readonly construct: IConstruct) {
    checkAtSynth(construct, () => this.checks);
  }

  /**
   * Accept a risk. A second acknowledgement of the same rule replaces the first.
   *
   * Mistakes (no reason, a malformed date, a malformed rule id, a construct without a Kubernetes
   * object that could carry the annotation) are reported at synth.
   *
   * @param acknowledgement which rule, and why
   */
  public add(acknowledgement: Acknowledgement): void {
    if (this.write(acknowledgement)) { this.accepted.set(acknowledgement.rule, acknowledgement); }
  }

  /**
   * Writes a reason that holds for one part of the construct, and lets nothing else of it through.
   *
   * @internal
   */
  public _note(acknowledgement: Acknowledgement): void {
    if (this.write(acknowledgement)) { this.noted.add(acknowledgement.rule); }
  }

  /** @internal */
  public _notes(rule: string): boolean {
    return this.noted.has(rule);
  }

  /**
   * Whether what a check found is accepted. The reason then stands where the manifest shows it, under every rule that finds it.
   *
   * @internal
   */
  public _accepts({ rule = '', also = [], on = this.carrier }: PropCheck): boolean {
    const acknowledgement = this.accepted.get(rule);
    if (!acknowledgement) { return false; }
    const elsewhere = on !== undefined && on !== this.carrier;
    const target = elsewhere ? Acknowledgements.of(on) : this;
    for (const each of elsewhere ? [rule, ...also] : also) {
      if (!target.accepts(each)) { target._note({ ...acknowledgement, rule: each }); }
    }
    if (elsewhere) { this.carrier?.metadata.addAnnotation(ACKNOWLEDGEMENT_ANNOTATION_PREFIX + rule, ABSENT); }
    return true;
  }

  /**
   * Whether a rule has been acknowledged on this construct.
   *
   * @param rule id of the rule
   */
  public accepts(rule: string): boolean {
    return this.accepted.has(rule);
  }

  /**
   * Everything accepted on this construct, in the order in which it was added.
   */
  public get all(): Acknowledgement[] {
    return [...this.accepted.values()];
  }

  /** The object that carries the annotations. */
  private get carrier(): ApiObject | undefined {
    const carrier = ApiObject.isApiObject(this.construct) ? this.construct : this.construct.node.defaultChild;
    return ApiObject.isApiObject(carrier) ? carrier : undefined;
  }

  /** Whether it was right, and is now an annotation. */
  private write(acknowledgement: Acknowledgement): boolean {
    const { rule, reason, expires }: Partial<Acknowledgement> = acknowledgement ?? {};
    const { carrier } = this;
    const mistakes: PropCheck[] = [
      { when: !isRuleId(rule), prop: 'acknowledgement.rule', given: rule, allowed: 'the id of a rule, such as privileged-container' },
      { when: !isReason(reason), prop: 'acknowledgement.reason', given: reason, allowed: 'a sentence of at most 1000 characters that says why the risk is accepted' },
      { when: expires !== undefined && !isDate(expires), prop: 'acknowledgement.expires', given: expires, allowed: 'a day as YYYY-MM-DD' },
      { when: !carrier, prop: 'acknowledgement.of', given: this.construct.node.path, allowed: 'a construct that is one Kubernetes object' },
    ].filter((check) => check.when);
    this.checks.push(...mistakes);
    if (mistakes.length > 0) { return false; }

    const value = reason!.trim().replace(/\s+/g, ' ') + (expires ? `; expires ${expires}` : '');
    carrier!.metadata.addAnnotation(`${ACKNOWLEDGEMENT_ANNOTATION_PREFIX}${rule}`, value);
    return true;
  }
}

/** The name of an annotation key has at most 63 characters. */
function isRuleId(rule: unknown): boolean {
  return typeof rule === 'string' && rule.length <= 63 && RULE_ID.test(rule);
}

/** `; expires` ends the reason where it is read. */
function isReason(reason: unknown): boolean {
  return typeof reason === 'string' && reason.trim() !== '' && reason.length <= 1000 && !/;\s*expires\b/.test(reason);
}

function isDate(text: unknown): boolean {
  const day = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}`);
}
