import { listAt, mapAt, textAt, valueAt } from './object';
import { Container } from './pod';

/** A Secret or ConfigMap that a container needs for its environment. */
export interface EnvironmentReference {
  /** Below the container. */
  readonly path: string;
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  /** Absent where all keys are taken. */
  readonly key?: string;
}

/** What must be there for the container to start; what is `optional` need not be. */
export function environmentReferencesOf(container: Container): readonly EnvironmentReference[] {
  return [
    ...listAt(container.spec, 'env').flatMap((variable, index) => [
      ...reference(variable, ['valueFrom', 'secretKeyRef'], 'Secret', `env[${index}]`),
      ...reference(variable, ['valueFrom', 'configMapKeyRef'], 'ConfigMap', `env[${index}]`),
    ]),
    ...listAt(container.spec, 'envFrom').flatMap((source, index) => [
      ...reference(source, ['secretRef'], 'Secret', `envFrom[${index}]`),
      ...reference(source, ['configMapRef'], 'ConfigMap', `envFrom[${index}]`),
    ]),
  ];
}

function reference(owner: unknown, steps: readonly string[], kind: EnvironmentReference['kind'], at: string): EnvironmentReference[] {
  const found = mapAt(owner, ...steps);
  if (!found || valueAt(found, 'optional') === true) { return []; }
  const key = textAt(found, 'key');
  return [{ path: `${at}.${steps.join('.')}`, kind, name: textAt(found, 'name') ?? '', ...key !== undefined && { key } }];
}
