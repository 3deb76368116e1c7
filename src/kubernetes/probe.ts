import { PlainObject, isMap, listAt, mapAt, valueAt } from './object';

export const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

const ACTIONS = ['exec', 'grpc', 'httpGet', 'tcpSocket'] as const;

/** A container's probe, if it is one: a map with an action. */
export function probeOf(container: PlainObject, name: (typeof PROBES)[number]): PlainObject | undefined {
  const probe = mapAt(container, name);
  return ACTIONS.some((action) => isMap(valueAt(probe, action))) ? probe : undefined;
}

/** Where a probe goes over the network: the field that says it, and the port by name or number. */
export function portOfProbe(probe: PlainObject): { readonly field: string; readonly port: unknown } | undefined {
  const action = (['httpGet', 'tcpSocket', 'grpc'] as const).find((each) => isMap(valueAt(probe, each)));
  return action && { field: `${action}.port`, port: valueAt(probe, action, 'port') };
}

/** The number of a port that a container may have given a name; nothing where it declares no such port. */
export function declaredPort(container: PlainObject, port: unknown): number | undefined {
  const wanted = typeof port === 'string' || typeof port === 'number' ? `${port}` : undefined;
  const declared = wanted === undefined ? undefined
    : listAt(container, 'ports').find((each) => valueAt(each, 'name') === wanted || `${numberAt(each, 'containerPort')}` === wanted);
  return numberAt(declared, 'containerPort');
}

function numberAt(value: unknown, name: string): number | undefined {
  const found = valueAt(value, name);
  return typeof found === 'number' ? found : undefined;
}
