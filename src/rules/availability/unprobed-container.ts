import { perServingContainer } from './serving-container';
import { Severity } from '../../findings/severity';
import { PROBES, probeOf } from '../../kubernetes/probe';
import { fault } from '../check';
import { rule } from '../rule';

/** Weaker than the rules about liveness and readiness, for whoever is content with one probe of any kind. */
export const unprobedContainer = rule({
  id: 'unprobed-container',
  title: 'Container without any probe',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'Nothing tells Kubernetes whether the container works, so that it neither restarts it nor keeps traffic from it.',
  fix: 'Set livenessProbe and readinessProbe, or one of them where the other has no meaning.',
  equivalents: {
    kyverno: ['require-probes'],
  },
  default: false,
  check: perServingContainer(({ spec }) => (PROBES.some((name) => probeOf(spec, name)) ? undefined : fault('', 'has no probe'))),
});
