import { Application } from '../analysis/application';
import { KubernetesObject, describeObject } from '../kubernetes/object';
import { Container, POD_BEARING_KINDS, Pod, describeContainer, podOf } from '../kubernetes/pod';

/** One breach, in the words of the report. */
export interface Violation {
  /** Culprit, field and value: `container "app" sets securityContext.privileged to true`. */
  readonly message: string;
  /** From the root of the object; empty where it is the object as a whole. */
  readonly path: string;
  /** The container it is about, so that it can be acknowledged alone. */
  readonly container?: string;
}

/** A breach as a check states it: what the culprit does, and where below the culprit. The culprit is added by whoever called the check. */
export interface Fault {
  readonly path: string;
  /** A verb phrase: `sets securityContext.privileged to true`. */
  readonly does: string;
}

export type Faults = Fault | readonly Fault[] | undefined;

/** What the API server is to require. */
export interface AdmissionCondition {
  /** CEL, true when all is well; knows `object` and, for pods, `variables.pod`, `variables.podMetadata` and `variables.containers`. */
  readonly holds: string;
  /** What must be so, for people: `containers must not be privileged`. */
  readonly message: string;
  /** CEL that names the culprits. */
  readonly culprits?: string;
}

export interface Check {
  /** Whether one object is enough to decide, or all are needed. */
  readonly scope: 'object' | 'application';
  /** Kinds that it is about; absent: every kind. */
  readonly kinds?: readonly string[];
  readonly run: (object: KubernetesObject, application: Application) => readonly Violation[];
  /** Absent: the API server cannot decide it from one object. */
  readonly admission?: readonly AdmissionCondition[];
  /** Judges what is wrong with acknowledgements, after everything else has been judged: what they do, as a verb phrase. */
  readonly judgeAcknowledgement?: (fault: AcknowledgementFault) => string | undefined;
}

/** An acknowledgement that does not do what its author meant. */
export interface AcknowledgementFault {
  /** Id of the rule that it names. */
  readonly rule: string;
  /** `unknown`: no rule has this id; `unused`: nothing that it accepts was found; `malformed`: it cannot be read, and accepts nothing. */
  readonly state: 'unknown' | 'unused' | 'malformed';
  /** What is wrong with a malformed one. */
  readonly problem?: string;
}

export const NO_VIOLATIONS: readonly Violation[] = Object.freeze([]);

export function fault(path: string, does: string): Fault {
  return { path, does };
}

/** Judges every container of a pod, whatever its role. What the API server is to require in its place may follow. */
export function perContainer(judge: (container: Container, pod: Pod) => Faults, ...admission: readonly AdmissionCondition[]): Check {
  return perPodBearer(admission, (pod) => {
    let found: Violation[] | undefined;
    for (const container of pod.containers) {
      const faults = judge(container, pod);
      if (faults !== undefined) { found = together(found, violations(faults, describeContainer(container), container.path, container.name)); }
    }
    return found ?? NO_VIOLATIONS;
  });
}

/** Judges the pod that an object is or makes; paths begin with `spec` or `metadata`. */
export function perPod(judge: (pod: Pod, object: KubernetesObject) => Faults, ...admission: readonly AdmissionCondition[]): Check {
  return perPodBearer(admission, (pod, object) => {
    const faults = judge(pod, object);
    return faults === undefined ? NO_VIOLATIONS : violations(faults, 'pod', pod.path);
  });
}

/** Judges objects of some kinds, each by itself; paths are from the root. */
export function perObject(kinds: readonly string[] | 'any', judge: (object: KubernetesObject) => Faults, ...admission: readonly AdmissionCondition[]): Check {
  return {
    scope: 'object',
    ...admission.length > 0 && { admission },
    ...kinds !== 'any' && { kinds },
    run: (object) => objectViolations(judge(object), object),
  };
}

/** Judges objects of some kinds in the light of all the others: sees all, reports on one. */
export function inApplication(
  kinds: readonly string[] | 'any', judge: (object: KubernetesObject, application: Application) => Faults,
): Check {
  return {
    scope: 'application',
    ...kinds !== 'any' && { kinds },
    run: (object, application) => objectViolations(judge(object, application), object),
  };
}

/** Judges acknowledgements that do not do what their author meant. */
export function perAcknowledgement(judge: (fault: AcknowledgementFault) => string | undefined): Check {
  return { scope: 'object', kinds: [], run: () => NO_VIOLATIONS, judgeAcknowledgement: judge };
}

/** All of several checks. */
export function all(...checks: readonly Check[]): Check {
  const kinds = checks.every((check) => check.kinds) ? [...new Set(checks.flatMap((check) => check.kinds ?? []))] : undefined;
  const inAdmission = checks.every((check) => check.admission);
  return {
    scope: checks.some((check) => check.scope === 'application') ? 'application' : 'object',
    ...kinds && { kinds },
    run: (object, application) => checks
      .filter((check) => check.kinds?.includes(object.kind) ?? true)
      .flatMap((check) => check.run(object, application)),
    ...inAdmission && { admission: checks.flatMap((check) => admissionAmong(check, kinds)) },
  };
}

/** The conditions of a check that is about some kinds, in a policy that is about more. */
function admissionAmong({ kinds: own, admission = [] }: Check, kinds: readonly string[] | undefined): readonly AdmissionCondition[] {
  return !own || own.length === kinds?.length ? admission
    : admission.map((condition) => ({ ...condition, holds: `!(object.kind in ['${own.join("', '")}']) || (${condition.holds})` }));
}

/** A value as the report shows it: short, whatever it is. */
export function shown(value: unknown): string {
  const text = textOf(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Anchors make YAML cyclic, which JSON cannot say. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === 'object' ? Object.prototype.toString.call(value) : String(value);
  }
}

function perPodBearer(admission: readonly AdmissionCondition[], run: (pod: Pod, object: KubernetesObject) => readonly Violation[]): Check {
  return {
    scope: 'object',
    ...admission.length > 0 && { admission },
    kinds: POD_BEARING_KINDS,
    run: (object) => {
      const pod = podOf(object);
      return pod ? run(pod, object) : NO_VIOLATIONS;
    },
  };
}

function violations(faults: NonNullable<Faults>, who: string, base: string, container?: string): readonly Violation[] {
  const made = ({ path, does }: Fault) => violation(`${who} ${does}`, join(base, path), container);
  return Array.isArray(faults) ? (faults as readonly Fault[]).map(made) : [made(faults as Fault)];
}

function objectViolations(faults: Faults, object: KubernetesObject): readonly Violation[] {
  return faults === undefined ? NO_VIOLATIONS : violations(faults, describeObject(object), '');
}

/** What was found so far and what was found now; what several containers inherit from one field of their pod counts once. */
export function together(found: Violation[] | undefined, more: readonly Violation[]): Violation[] | undefined {
  if (found === undefined) { return more.length === 0 ? undefined : [...more]; }
  for (const each of more) {
    if (each.container !== undefined || !found.some(({ path }) => path === each.path)) { found.push(each); }
  }
  return found;
}

/** A violation below a culprit that stands at a path. */
export function violation(message: string, path: string, container?: string): Violation {
  return container === undefined || container === '' ? { message, path } : { message, path, container };
}

export function join(base: string, path: string): string {
  if (base === '' || path === '') { return base + path; }
  return path.startsWith('[') ? base + path : `${base}.${path}`;
}
