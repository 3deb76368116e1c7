import { Severity } from '../../findings/severity';
import { PROBES, declaredPort, portOfProbe, probeOf } from '../../kubernetes/probe';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

export const undeclaredProbePort = rule({
  id: 'undeclared-probe-port',
  title: 'Probe of a port that the container does not declare',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'A probe that asks a port where nobody listens restarts a healthy container for ever, or keeps all traffic from it.',
  fix: 'List the port in the ports of the container, or let the probe use one that is listed.',
  equivalents: {
    'kube-linter': ['liveness-port', 'readiness-port', 'startup-port'],
  },
  check: perContainer(({ spec }) => PROBES.flatMap((name) => {
    const probe = probeOf(spec, name);
    const asked = probe && portOfProbe(probe);
    return asked && declaredPort(spec, asked.port) === undefined
      ? [fault(`${name}.${asked.field}`, `sets ${name}.${asked.field} to ${shown(asked.port)}, which is none of its ports`)] : [];
  })),
});
