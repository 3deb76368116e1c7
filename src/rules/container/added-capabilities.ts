import { valueAt } from '../../kubernetes/object';
import { Check, fault, perContainer, shown } from '../check';

const FIELD = 'securityContext.capabilities.add';

/** No container may add any of these capabilities. */
export function addsNone(...names: readonly string[]): Check {
  const holds = `!container.?securityContext.?capabilities.?add.orValue([]).exists(added,
    added.upperAscii().matches('^(CAP_)?(${names.join('|')})$'))`;
  return perContainer(
    ({ spec }) => {
      const add = valueAt(spec, ...FIELD.split('.'));
      return (Array.isArray(add) ? add as readonly unknown[] : [add]).flatMap((added, index) => (
        names.includes(capabilityOf(added)) ? [fault(Array.isArray(add) ? `${FIELD}[${index}]` : FIELD, `adds the capability ${shown(added)}`)] : []));
    },
    {
      holds: `variables.containers.all(container, ${holds})`,
      message: `${FIELD} of every container must not include ${names.join(', ')}`,
      culprits: `variables.containers.filter(container, !(${holds})).map(container, container.name)`,
    },
  );
}

/** The name as the most lenient container runtime reads it: in any case, with or without the prefix. */
export function capabilityOf(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase().replace(/^CAP_/, '') : '';
}
