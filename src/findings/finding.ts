import { Severity } from './severity';

/** The Kubernetes object that a finding is about. */
export interface ResourceReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** One breach of one rule by one object. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Culprit, field and value: `container "app" sets securityContext.privileged to true`. */
  readonly message: string;
  /** Where in the object: `spec.template.spec.containers[0].securityContext.privileged`. */
  readonly path: string;
  readonly resource: ResourceReference;
  /** The manifest; empty for objects that never were in a file. */
  readonly file: string;
  /** 1-based; 0 where there is no file. */
  readonly line: number;
  readonly column: number;
  /** Path of the construct that made the object, where it is known. */
  readonly construct?: string;
}

/** A finding that somebody accepted. */
export interface AcknowledgedFinding extends Finding {
  readonly reason: string;
  readonly expires?: string;
}

/** Input that could not be judged. Never a pass. */
export interface InputError {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}
