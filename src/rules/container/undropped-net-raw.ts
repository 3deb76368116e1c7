import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { Container, Pod } from '../../kubernetes/pod';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';

const HOLDS = `variables.pod.?os.?name == optional.of('windows')
  || container.?securityContext.?capabilities.?drop.orValue([]).exists(dropped, dropped.upperAscii() in ['ALL', 'NET_RAW'])`;

/** Runtimes read names in any case. Spelt `CAP_NET_RAW` it is not dropped: containerd puts the prefix in front itself. */
const judge = ({ spec }: Container, pod: Pod) => {
  if (valueAt(pod.spec, 'os', 'name') === 'windows') { return undefined; }
  const dropped = listAt(spec, 'securityContext', 'capabilities', 'drop');
  return dropped.some((name) => typeof name === 'string' && /^(ALL|NET_RAW)$/i.test(name)) ? undefined
    : fault('securityContext.capabilities.drop', 'does not include ALL or NET_RAW in securityContext.capabilities.drop');
};

export const undroppedNetRaw = rule({
  id: 'undropped-net-raw',
  title: 'NET_RAW not dropped',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'With NET_RAW, which runtimes give by themselves, the container forges packets: it poisons ARP and DNS and poses as other pods of its node.',
  fix: 'Set securityContext.capabilities.drop to [ALL] in every container.',
  standards: [cis('5.2.8'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['drop-net-raw-capability'],
    'kubescape': ['C-0211'],
    'checkov': ['CKV_K8S_28'],
    'kyverno': ['require-drop-cap-net-raw'],
  },
  check: perContainer(judge, {
    holds: `variables.containers.all(container, ${HOLDS})`,
    message: 'securityContext.capabilities.drop of every container must include ALL or NET_RAW',
    culprits: `variables.containers.filter(container, !(${HOLDS})).map(container, container.name)`,
  }),
});
