import { Severity } from '../../findings/severity';
import { owasp, pss } from '../../standards';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

const HOSTS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop']
  .flatMap((handler) => [`${handler}.httpGet.host`, `${handler}.tcpSocket.host`]);

export const probeToOtherHost = rule({
  id: 'probe-to-other-host',
  title: 'Probe or lifecycle hook to another host',
  severity: Severity.MEDIUM,
  domain: 'pod-security',
  why: 'The kubelet makes the request from the network of the node, so it reaches hosts that the pod itself must not reach.',
  fix: 'Remove host from httpGet and tcpSocket; the kubelet then asks the pod.',
  standards: [pss.baseline('hostProbesAndHostLifecycle'), owasp('K01')],
  equivalents: {
    pss: ['baseline:hostProbesAndHostLifecycle'],
  },
  check: {
    1.34: everyContainer(...HOSTS.map((host) => field(host).isAbsentOr(''))),
  },
});
