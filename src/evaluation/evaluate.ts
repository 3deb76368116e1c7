import { ConfiguredAcknowledgement, WrittenAcknowledgement, acknowledgementsOf } from './acknowledgement';
import { AcknowledgementLedger } from './acknowledgement-ledger';
import { configuredFindingOf, errorAt, findingOf } from './finding-of';
import { inOrder } from './order';
import { PROFILES, Profile } from './profile';
import { Application } from '../analysis/application';
import { AcknowledgedFinding, Finding, InputError } from '../findings/finding';
import { Report, RuleDescription } from '../findings/report';
import { Severity } from '../findings/severity';
import { malformedFields } from '../kubernetes/malformed';
import { ManifestObject } from '../kubernetes/manifest-object';
import { describeObject, quoted } from '../kubernetes/object';
import { LATEST_KUBERNETES } from '../kubernetes/version';
import { Check, Violation } from '../rules/check';
import { Rule, checkFor, descriptionOf } from '../rules/rule';

export interface EvaluationOptions {
  /** Which rules judge. @default - the default profile */
  readonly profile?: Profile;
  /** Minor version of the API server that the objects are for: 29 is Kubernetes 1.29. @default - the latest that the rules know */
  readonly kubernetesVersion?: number;
  /** The day on which acknowledgements are judged, as `YYYY-MM-DD`. @default - none expires */
  readonly today?: string;
  /** Acknowledgements that stand outside the manifests. @default - none */
  readonly acknowledgements?: readonly ConfiguredAcknowledgement[];
  /** Other severities than the rules' own, by rule id. @default - none */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Told how many objects have been judged. @default - nobody is told */
  readonly onJudged?: (objects: number) => void;
}

/**
 * Judges objects, as one application, by the rules of a profile. Same input, same report. What cannot be judged
 * is an error in the report, never a pass.
 */
export function evaluate(objects: readonly ManifestObject[], catalogue: readonly Rule[], options: EvaluationOptions = {}): Report {
  return evaluateEach([objects], catalogue, options);
}

/** Judges several applications, each by itself, for one report. Acknowledgements that stand outside the manifests are for all of them. */
export function evaluateEach(
  applications: readonly (readonly ManifestObject[])[], catalogue: readonly Rule[], options: EvaluationOptions = {},
): Report {
  const evaluation = new Evaluation(catalogue, options);
  for (const objects of applications) { evaluation.judgeApplication(objects); }
  evaluation.judgeAcknowledgements();
  return evaluation.report();
}

/** A rule that judges, and its check for the version of Kubernetes. */
interface Judge {
  readonly rule: RuleDescription;
  readonly check: Check;
}

class Evaluation {
  private application = new Application([]);
  private resources = 0;
  private readonly ledger: AcknowledgementLedger;
  private readonly judges: readonly Judge[];
  private readonly judgesByKind = new Map<string, readonly Judge[]>();
  /** To be judged when everything else has been. */
  private readonly written: { readonly manifest: ManifestObject; readonly acknowledgement: WrittenAcknowledgement }[] = [];
  private readonly findings: Finding[] = [];
  private readonly acknowledged: AcknowledgedFinding[] = [];
  private readonly errors: InputError[] = [];

  public constructor(private readonly catalogue: readonly Rule[], private readonly options: EvaluationOptions) {
    this.ledger = new AcknowledgementLedger(options.acknowledgements ?? [], options.today);
    this.judges = judgesOf(catalogue, options);
  }

  public judgeApplication(objects: readonly ManifestObject[]): void {
    this.application = new Application(objects.map(({ object }) => object));
    for (const manifest of objects) {
      this.judge(manifest);
      this.resources++;
      this.options.onJudged?.(this.resources);
    }
  }

  public judgeAcknowledgements(): void {
    const known = new Set(this.catalogue.map(({ id }) => id));
    const judged = new Set(this.judges.map(({ rule }) => rule.id));
    for (const { rule, check: { judgeAcknowledgement } } of this.judges) {
      if (!judgeAcknowledgement) { continue; }
      for (const { manifest, acknowledgement } of this.written) {
        const { rule: named, path } = acknowledgement;
        const fault = this.ledger.faultOf(acknowledgement, known, judged);
        const does = fault && judgeAcknowledgement(fault);
        if (does) { this.findings.push(findingOf(rule, manifest, { path, message: `acknowledgement of ${quoted(named)} ${does}` })); }
      }
      for (const acknowledgement of this.options.acknowledgements ?? []) {
        const fault = this.ledger.faultOf(acknowledgement, known, judged);
        const does = fault && judgeAcknowledgement(fault);
        if (does) { this.findings.push(configuredFindingOf(rule, acknowledgement, does)); }
      }
    }
  }

  public report(): Report {
    return {
      findings: inOrder(this.findings),
      acknowledged: inOrder(this.acknowledged),
      errors: this.errors,
      resources: this.resources,
      rules: this.judges.map(({ rule }) => rule),
    };
  }

  private judge(manifest: ManifestObject): void {
    const { object } = manifest;
    for (const { path, problem } of malformedFields(object)) {
      this.errors.push(errorAt(manifest, path, `${describeObject(object)}: ${path} ${problem}`));
    }
    const written = acknowledgementsOf(object);
    for (const acknowledgement of written) { this.written.push({ manifest, acknowledgement }); }

    for (const judge of this.judgesOf(object.kind)) {
      try {
        const violations = judge.check.run(object, this.application);
        if (violations.length > 0) { this.settle(judge.rule, manifest, violations, written); }
      } catch (error) {
        this.errors.push(errorAt(manifest, '', `${describeObject(object)}: rule ${judge.rule.id} failed: ${String(error)}`));
      }
    }
  }

  private settle(
    rule: RuleDescription, manifest: ManifestObject, violations: readonly Violation[], written: readonly WrittenAcknowledgement[],
  ): void {
    for (const violation of violations) {
      const { accepted, lapsed } = this.ledger.settle(rule.id, violation, manifest.object, written);
      const finding = findingOf(rule, manifest, violation, lapsed);
      if (accepted) {
        const { reason, expires } = accepted;
        this.acknowledged.push({ ...finding, reason, ...expires !== undefined && { expires } });
      } else {
        this.findings.push(finding);
      }
    }
  }

  private judgesOf(kind: string): readonly Judge[] {
    let judges = this.judgesByKind.get(kind);
    if (!judges) {
      judges = this.judges.filter(({ check }) => check.kinds?.includes(kind) ?? true);
      this.judgesByKind.set(kind, judges);
    }
    return judges;
  }
}

/** Acknowledgements are looked after under every profile, because they quiet every one of them. */
function judgesOf(catalogue: readonly Rule[], options: EvaluationOptions): readonly Judge[] {
  const { profile = PROFILES.default, kubernetesVersion = LATEST_KUBERNETES, severities = {} } = options;
  return catalogue.flatMap((rule) => {
    const check = checkFor(rule, kubernetesVersion);
    if (!check || !(profile(rule) || check.judgeAcknowledgement)) { return []; }
    const severity = Object.hasOwn(severities, rule.id) ? severities[rule.id] : rule.severity;
    return [{ rule: { ...descriptionOf(rule), severity }, check }];
  });
}
