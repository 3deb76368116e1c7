import { describeObject } from '../../kubernetes/object';
import { Container, POD_BEARING_KINDS, Pod, describeContainer, podOf } from '../../kubernetes/pod';
import { AdmissionCondition, Check, NO_VIOLATIONS, Violation, join, together, violation } from '../check';
import { Failure, Requirement, celOf, failuresOf, holds } from './field';
import { ValueTest } from './value-test';

/** What one target in every pod must be, but for pods that meet a condition. */
interface Clause {
  readonly target: 'pod' | 'container';
  readonly requirement: Requirement;
  readonly unless: readonly Requirement[];
}

/** A check made of predicates: it runs as TypeScript, renders as CEL, and reads as a sentence. */
export interface PodCheck extends Check {
  readonly clauses: readonly Clause[];
  /** Pods that meet the condition need not meet the requirements. */
  readonly unlessPod: (condition: Requirement) => PodCheck;
}

/** What every container must be, whatever its role. */
export function everyContainer(...requirements: readonly Requirement[]): PodCheck {
  return podCheck(requirements.map((requirement) => ({ target: 'container', requirement, unless: [] })));
}

/** What every pod must be; fields are those of its `spec`. */
export function everyPod(...requirements: readonly Requirement[]): PodCheck {
  return podCheck(requirements.map((requirement) => ({ target: 'pod', requirement, unless: [] })));
}

/** What both the pod and every container must be: fields such as `securityContext.seccompProfile.type`. */
export function everyPodAndContainer(...requirements: readonly Requirement[]): PodCheck {
  return both(everyPod(...requirements), everyContainer(...requirements));
}

export function both(...checks: readonly PodCheck[]): PodCheck {
  return podCheck(checks.flatMap((check) => check.clauses));
}

/** What every object of some kinds must be; fields are those of the object. */
export function everyObject(kinds: readonly string[], ...requirements: readonly Requirement[]): Check {
  return {
    scope: 'object',
    kinds,
    run: (object) => requirements.flatMap((requirement) => violations(failuresOf(requirement, object), '', describeObject(object))),
    admission: requirements.map((requirement) => ({
      holds: celOf(requirement, 'object'),
      message: `${requirement.field} of every ${kinds.join(', ')} ${requirement.test.must}`,
    })),
  };
}

function podCheck(clauses: readonly Clause[]): PodCheck {
  return {
    scope: 'object',
    kinds: POD_BEARING_KINDS,
    clauses,
    run: (object) => violationsOf(clauses, podOf(object)),
    admission: clauses.map(admissionOf),
    unlessPod: (condition) => podCheck(clauses.map((clause) => ({ ...clause, unless: [...clause.unless, condition] }))),
  };
}

function violationsOf(clauses: readonly Clause[], pod: Pod | undefined): readonly Violation[] {
  if (!pod) { return NO_VIOLATIONS; }
  let found: Violation[] | undefined;
  for (const { target, requirement, unless } of clauses) {
    if (unless.length > 0 && unless.some((condition) => holds(condition, pod.spec))) { continue; }
    if (target === 'pod') {
      found = together(found, violations(failuresOf(requirement, pod.spec), pod.specPath, 'pod'));
    } else {
      for (const container of pod.containers) { found = together(found, containerViolations(requirement, container, pod)); }
    }
  }
  return found ?? NO_VIOLATIONS;
}

/** A container that leaves the field out is judged by its pod's. */
function containerViolations(requirement: Requirement, container: Container, pod: Pod): readonly Violation[] {
  let own = failuresOf(requirement, container.spec);
  if (own.length === 0) { return NO_VIOLATIONS; }
  if (requirement.inherited && own[0].absent) {
    const ofPod = failuresOf(requirement, pod.spec);
    if (!ofPod[0]?.absent) { return violations(ofPod, pod.specPath, 'pod'); }
    own = [{ ...own[0], does: `${own[0].does}, nor does its pod` }];
  }
  return violations(own, container.path, describeContainer(container), container.name);
}

function violations(failures: readonly Failure[], base: string, culprit: string, container?: string): readonly Violation[] {
  return failures.length === 0 ? NO_VIOLATIONS : failures.map(({ path, does }) => violation(`${culprit} ${does}`, join(base, path), container));
}

function admissionOf({ target, requirement, unless }: Clause): AdmissionCondition {
  const { field, test, inherited } = requirement;
  const exempt = unless.map((condition) => `${celOf(condition, 'variables.pod')} || `).join('');
  const exemption = unless.map((condition) => `, unless ${condition.field} of the pod ${isSo(condition.test)}`).join('');
  if (target === 'pod') {
    return { holds: exempt + celOf(requirement, 'variables.pod'), message: `${field} of the pod ${test.must}${exemption}` };
  }
  const ofContainer = celOf(requirement, 'container');
  return {
    holds: `${exempt}variables.containers.all(container, ${ofContainer})`,
    message: `${field} of every container${inherited ? ', or else of the pod,' : ''} ${test.must}${exemption}`,
    culprits: `variables.containers.filter(container, !(${ofContainer})).map(container, container.name)`,
  };
}

function isSo({ must }: ValueTest): string {
  return must.replace('must not be', 'is not').replace('must be', 'is');
}
