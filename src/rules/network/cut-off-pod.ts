import { isolationOf } from '../../analysis/network-policies';
import { Severity } from '../../findings/severity';
import { DIRECTIONS, Direction } from '../../kubernetes/network-policy';
import { listAt } from '../../kubernetes/object';
import { POD_BEARING_KINDS, Pod, podOf } from '../../kubernetes/pod';
import { nsa } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

/** Without egress not even names resolve; without ports nobody needs to come in. */
function needs(pod: Pod, direction: Direction): boolean {
  return direction === 'Egress' || pod.containers.some((container) => listAt(container.spec, 'ports').length > 0);
}

export const cutOffPod = rule({
  id: 'cut-off-pod',
  title: 'Pod that NetworkPolicies let nothing through to',
  severity: Severity.LOW,
  domain: 'network',
  why: 'A service that nobody reaches fails, and the hasty repair is a policy that allows everything.',
  fix: 'Allow the connections that the pod needs: who may call its ports, and DNS and the services that it calls.',
  standards: [nsa('network-policies')],
  equivalents: {
    polaris: ['missingNetworkPolicy'],
  },
  default: false,
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const pod = podOf(object);
    if (!pod) { return undefined; }
    const { closed, served } = isolationOf(application, object);
    return DIRECTIONS.filter((direction) => closed.has(direction) && !served.has(direction) && needs(pod, direction))
      .map((direction) => fault(`${pod.metadataPath}.labels`, `runs with its ${direction} closed, and no NetworkPolicy allows any`));
  }),
});
