import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { Container, Pod } from '../../kubernetes/pod';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';

const HOLDS = `variables.pod.?os.?name == optional.of('windows')
  || container.?securityContext.?capabilities.?drop.orValue([]).size() > 0`;

const judge = ({ spec }: Container, pod: Pod) => (
  valueAt(pod.spec, 'os', 'name') === 'windows' || listAt(spec, 'securityContext', 'capabilities', 'drop').length > 0 ? undefined
    : fault('securityContext.capabilities.drop', 'drops no capability'));

export const noDroppedCapability = rule({
  id: 'no-dropped-capability',
  title: 'No capability dropped',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'The container keeps every capability that its runtime gives: more than a dozen pieces of root, of which most programs need none.',
  fix: 'Set securityContext.capabilities.drop to [ALL] in every container.',
  standards: [cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    kubesec: ['CapDropAny'],
    trivy: ['KSV-0004'],
  },
  check: perContainer(judge, {
    holds: `variables.containers.all(container, ${HOLDS})`,
    message: 'securityContext.capabilities.drop of every container must name a capability',
    culprits: `variables.containers.filter(container, !(${HOLDS})).map(container, container.name)`,
  }),
});
