import { perServingContainer } from './serving-container';
import { Severity } from '../../findings/severity';
import { PlainObject, isMap, listAt, textAt, valueAt } from '../../kubernetes/object';
import { declaredPort } from '../../kubernetes/probe';
import { fault, shown } from '../check';
import { rule } from '../rule';

export const identicalProbes = rule({
  id: 'identical-probes',
  title: 'Liveness and readiness ask the same question',
  severity: Severity.MEDIUM,
  domain: 'availability',
  why: 'A pod that only needs a rest from traffic is killed instead, and under load the whole fleet restarts at once.',
  fix: 'Let readinessProbe ask whether the container may have traffic, and livenessProbe whether only a restart helps.',
  equivalents: {
    'kube-score': ['pod-probes-identical'],
    'kyverno': ['ensure-probes-different'],
  },
  check: perServingContainer(({ spec }) => {
    const question = questionOf(spec, valueAt(spec, 'livenessProbe'));
    return question !== undefined && question === questionOf(spec, valueAt(spec, 'readinessProbe'))
      ? fault('readinessProbe', 'sets readinessProbe to the same check as livenessProbe') : undefined;
  }),
});

/** What a probe asks, for comparison. Servers seldom have two gRPC health services, so that those may be the same. */
function questionOf(container: PlainObject, probe: unknown): string | undefined {
  const { httpGet, tcpSocket, exec } = isMap(probe) ? probe : {};
  const port = (action: unknown) => declaredPort(container, valueAt(action, 'port')) ?? shown(valueAt(action, 'port'));
  if (isMap(httpGet)) { return `GET ${port(httpGet)} ${textAt(httpGet, 'path') ?? '/'}`; }
  if (isMap(tcpSocket)) { return `connect ${port(tcpSocket)}`; }
  return isMap(exec) ? `run ${listAt(exec, 'command').map(shown).join(' ')}` : undefined;
}
