import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { constructPath } from './construct-path';

/** An object of an application as cdk8s would write it, in JSON. */
export interface RenderedObject {
  readonly construct: string;
  readonly text?: string;
  /** Why there is no text. */
  readonly problem?: string;
}

/** Every object below a construct, once, in the order of construction. The constructs are as they were. */
export function renderedObjects(root: IConstruct): RenderedObject[] {
  return root.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct)).map(rendered);
}

function rendered(object: ApiObject): RenderedObject {
  const construct = constructPath(object.node.path);
  try {
    const text = keepingScheduling(object.node.scope, () => JSON.stringify(object.toJson()));
    return { construct, text: text ?? 'null' };
  } catch (error) {
    return { construct, problem: `cannot be rendered: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * A workload of cdk8s-plus with `spread` adds to its own affinity each time that it is rendered, and would end up with
 * the terms of every rendering: this one works on a copy.
 */
function keepingScheduling<T>(owner: IConstruct | undefined, render: () => T): T {
  const workload = owner as { spread?: unknown; scheduling?: object } | undefined;
  const { scheduling } = workload ?? {};
  if (workload?.spread !== true || typeof scheduling !== 'object') { return render(); }
  workload.scheduling = copyOf(scheduling);
  try {
    return render();
  } finally {
    workload.scheduling = scheduling;
  }
}

function copyOf(scheduling: object): object {
  const fields = Object.entries(scheduling).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]);
  return Object.assign(Object.create(Object.getPrototypeOf(scheduling)), Object.fromEntries(fields));
}
