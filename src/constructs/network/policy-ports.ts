import * as kplus from 'cdk8s-plus-27';
import { PropCheck } from '../validation/prop-check';

export interface PolicyPorts {
  readonly ports: kplus.k8s.NetworkPolicyPort[];
  readonly mistakes: PropCheck[];
}

const PROTOCOLS: unknown[] = Object.values(kplus.NetworkProtocol);

/** The ports of all containers of a pod, each with its own protocol (cdk8s-plus makes every one of them TCP). */
export function portsOfPod(pod: kplus.AbstractPod): kplus.k8s.NetworkPolicyPort[] {
  return pod.containers.flatMap((container) => container.ports).map((port) => ({
    protocol: port.protocol ?? kplus.Protocol.TCP,
    port: kplus.k8s.IntOrString.fromNumber(port.number),
  }));
}

/**
 * Ports given by the user. A port that cdk8s-plus would drop, which opens every port, is a mistake here;
 * `allTcp()` and `allUdp()`, which it renders as port 0, become 1 to 65535.
 */
export function translatePorts(given: kplus.NetworkPolicyPort[], prop: string): PolicyPorts {
  if (!Array.isArray(given) || !given.every((port) => port instanceof kplus.NetworkPolicyPort)) {
    return { ports: [], mistakes: [{ when: true, prop, given, allowed: 'a list of ports such as NetworkPolicyPort.tcp(443)' }] };
  }
  const ports = given.map((port) => {
    const { port: number, endPort, protocol } = port._toKube();
    const everyPort = number?.value === 0 && endPort === 65535;
    return { protocol: protocol ?? kplus.Protocol.TCP, port: everyPort ? kplus.k8s.IntOrString.fromNumber(1) : number, endPort };
  });
  const mistakes = ports.flatMap(({ port, endPort, protocol }) => [
    {
      when: !isPort(port?.value) || (endPort !== undefined && (!isPort(endPort) || endPort < Number(port?.value))),
      prop,
      given: endPort === undefined ? port?.value ?? 0 : `${port?.value}-${endPort}`,
      allowed: 'a port from 1 to 65535, or a range of them (all ports: NetworkPolicyPort.allTcp())',
      because: 'a policy without a valid port opens every port',
    },
    { when: !PROTOCOLS.includes(protocol), prop, given: protocol, allowed: PROTOCOLS.join(', ') },
  ]);
  return { ports, mistakes };
}

export function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
}
