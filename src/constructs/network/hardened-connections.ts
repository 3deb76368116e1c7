import * as kplus from 'cdk8s-plus-27';
import { translatePeer, translateSelector } from './policy-peer';
import { portsOfPod, translatePorts } from './policy-ports';
import { WorkloadNetworkPolicy } from './workload-network-policy';
import { PropCheck } from '../validation/prop-check';

type Direction = 'Ingress' | 'Egress';

/**
 * The connections of a hardened workload, behind the signatures of cdk8s-plus' PodConnections.
 *
 * What differs, because the original opens more than it is asked to: ports keep their protocol, no
 * ports is a mistake instead of all ports, selectors and CIDRs are checked, and each workload keeps
 * one policy. The peer's side is written only for workloads of this application: a policy in
 * somebody else's namespace would cut the peer off from everything it does not name.
 */
export class HardenedConnections extends kplus.PodConnections {
  private readonly mistakes: PropCheck[] = [];

  constructor(workload: kplus.AbstractPod, private readonly policy: WorkloadNetworkPolicy) {
    super(workload);
  }

  /** What was wrong in the calls so far. */
  public get checks(): PropCheck[] {
    return this.mistakes;
  }

  public allowTo(peer: kplus.INetworkPolicyPeer, options: kplus.PodConnectionsAllowToOptions = {}): void {
    const peerPorts = peer instanceof kplus.AbstractPod ? portsOfPod(peer) : [];
    this.connect('Egress', peer, this.portsFor(`connections.allowTo(${peer.node.path})`, options.ports, peerPorts), options.isolation);
  }

  public allowFrom(peer: kplus.INetworkPolicyPeer, options: kplus.PodConnectionsAllowFromOptions = {}): void {
    const ownPorts = portsOfPod(this.instance);
    this.connect('Ingress', peer, this.portsFor(`connections.allowFrom(${peer.node.path})`, options.ports, ownPorts), options.isolation);
  }

  /** Nothing to do: a hardened workload is isolated in both directions from the start. */
  public isolate(): void {}

  private portsFor(prop: string, given: kplus.NetworkPolicyPort[] | undefined, known: kplus.k8s.NetworkPolicyPort[]): kplus.k8s.NetworkPolicyPort[] {
    const { ports, mistakes } = given ? translatePorts(given, `${prop}.ports`) : { ports: known, mistakes: [] };
    this.mistakes.push(...mistakes, {
      when: ports.length === 0, prop: `${prop}.ports`, given: given, allowed: 'at least one port',
      because: 'a rule without ports opens every port, and the peer declares none',
    });
    return ports;
  }

  private connect(direction: Direction, peer: kplus.INetworkPolicyPeer, ports: kplus.k8s.NetworkPolicyPort[],
    isolation?: kplus.PodConnectionsIsolation): void {
    const prop = `connections.${direction === 'Egress' ? 'allowTo' : 'allowFrom'}(${peer.node.path})`;
    if (isolation !== kplus.PodConnectionsIsolation.PEER) {
      const { peers, mistakes } = translatePeer(peer, this.instance.metadata.namespace, prop);
      this.mistakes.push(...mistakes);
      allow(this.policy, direction, peers, ports);
    }
    if (isolation === kplus.PodConnectionsIsolation.PEER || (isolation === undefined && peer instanceof kplus.AbstractPod)) {
      this.connectPeer(direction === 'Egress' ? 'Ingress' : 'Egress', peer, ports, prop);
    }
  }

  /** The other end of the connection: a rule in the peer's own policy, or a policy of its own for a plain workload. */
  private connectPeer(direction: Direction, peer: kplus.INetworkPolicyPeer, ports: kplus.k8s.NetworkPolicyPort[], prop: string): void {
    const selection = peer.toPodSelector();
    if (!selection) {
      this.mistakes.push({
        when: peer.toNetworkPolicyPeerConfig().ipBlock === undefined,
        prop, given: peer.node.path, allowed: 'a peer whose pods can be selected',
      });
      return;
    }
    const { labelSelector, namespaces } = selection.toPodSelectorConfig();
    const namespaceNames = namespaces ? namespaces.names ?? [] : [this.instance.metadata.namespace];
    this.mistakes.push({
      when: namespaceNames.length === 0 || (namespaces?.labelSelector !== undefined && !namespaces.labelSelector.isEmpty()),
      prop: `${prop}.namespaces`, given: namespaceNames, allowed: 'namespaces by name, since the policy of the peer must be written into each of them',
    });

    const hardened = WorkloadNetworkPolicy.of(peer);
    for (const namespace of namespaceNames) {
      const { peers } = translatePeer(this.instance, namespace, prop);
      if (hardened) {
        allow(hardened, direction, peers, ports);
        continue;
      }
      const { selector, mistakes } = translateSelector(labelSelector, prop);
      this.mistakes.push(...mistakes);
      const rules = direction === 'Ingress' ? { ingress: [{ from: peers, ports }] } : { egress: [{ to: peers, ports }] };
      new kplus.k8s.KubeNetworkPolicy(this.instance, this.freeId(`Peer${direction}${namespace ?? ''}${peer.node.addr}`), {
        metadata: { namespace },
        spec: { podSelector: selector, policyTypes: [direction], ...rules },
      });
    }
  }

  /** A second connection with the same peer gets an id of its own; the first keeps its name. */
  private freeId(id: string): string {
    let free = id;
    for (let n = 2; this.instance.node.tryFindChild(free); n++) { free = `${id}-${n}`; }
    return free;
  }
}

function allow(
  policy: WorkloadNetworkPolicy, direction: Direction, peers: kplus.k8s.NetworkPolicyPeer[], ports: kplus.k8s.NetworkPolicyPort[],
): void {
  if (direction === 'Ingress') { policy.allowIngress(peers, ports); } else { policy.allowEgress(peers, ports); }
}
