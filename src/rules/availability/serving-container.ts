import { valueAt } from '../../kubernetes/object';
import { Container, POD_BEARING_KINDS } from '../../kubernetes/pod';
import { PROBES, probeOf } from '../../kubernetes/probe';
import { Check, Faults, fault, perContainer, shown } from '../check';

/** Kinds whose pods run to completion and serve nobody. */
const JOBS = ['CronJob', 'Job'];

/** Judges the containers that run as long as their pod, but for those of jobs. */
export function perServingContainer(judge: (container: Container) => Faults): Check {
  return {
    ...perContainer((container) => (container.role === 'app' ? judge(container) : undefined)),
    kinds: POD_BEARING_KINDS.filter((kind) => !JOBS.includes(kind)),
  };
}

/** Every such container has a probe that does something. */
export function everyServingContainerHas(name: (typeof PROBES)[number]): Check {
  return perServingContainer(({ spec }) => {
    if (probeOf(spec, name)) { return undefined; }
    const value = valueAt(spec, name);
    return fault(name, value === undefined ? `has no ${name}` : `sets ${name} to ${shown(value)}, which checks nothing`);
  });
}
