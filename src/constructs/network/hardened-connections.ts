import * as kplus from 'cdk8s-plus-27';
import { PeerNetworkPolicy } from './peer-network-policy';
import { translatePeer, translateSelector } from './policy-peer';
import { portsOfPod, translatePorts } from './policy-ports';
import { Direction, WorkloadNetworkPolicy } from './workload-network-policy';
import { PropCheck } from '../validation/prop-check';

const ISOLATIONS: unknown[] = [undefined, ...Object.values(kplus.PodConnectionsIsolation)];

interface Connection {
  readonly direction: Direction;
  readonly peer: kplus.INetworkPolicyPeer;
  readonly ports: kplus.k8s.NetworkPolicyPort[];
  /** How the call is named in mistakes. */
  readonly prop: string;
}

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
    this.connect('Egress', 'allowTo', peer, options, peer instanceof kplus.AbstractPod ? peer : undefined);
  }

  public allowFrom(peer: kplus.INetworkPolicyPeer, options: kplus.PodConnectionsAllowFromOptions = {}): void {
    this.connect('Ingress', 'allowFrom', peer, options, this.instance);
  }

  /** Nothing to do: a hardened workload is isolated in both directions from the start. */
  public isolate(): void {}

  private connect(direction: Direction, method: string, peer: kplus.INetworkPolicyPeer, options: kplus.PodConnectionsAllowToOptions,
    server: kplus.AbstractPod | undefined): void {
    if (typeof peer?.toNetworkPolicyPeerConfig !== 'function') {
      this.mistakes.push({ when: true, prop: `connections.${method}()`, given: peer, allowed: 'a workload, pods, a namespace or addresses' });
      return;
    }
    const prop = `connections.${method}(${peer.node.path})`;
    const { isolation } = options;
    if (!ISOLATIONS.includes(isolation)) {
      this.mistakes.push({ when: true, prop: `${prop}.isolation`, given: isolation, allowed: 'PodConnectionsIsolation.POD or PEER, or nothing for both sides' });
      return;
    }
    const connection = { direction, peer, prop, ports: this.portsOf(prop, options.ports, server) };
    if (isolation !== kplus.PodConnectionsIsolation.PEER) { this.connectPod(connection); }
    if (isolation === kplus.PodConnectionsIsolation.PEER || (isolation === undefined && peer instanceof kplus.AbstractPod)) {
      this.connectPeer({ ...connection, direction: direction === 'Egress' ? 'Ingress' : 'Egress' });
    }
  }

  private portsOf(prop: string, given: kplus.NetworkPolicyPort[] | undefined, server: kplus.AbstractPod | undefined): kplus.k8s.NetworkPolicyPort[] {
    if (given === undefined) {
      const ports = server ? portsOfPod(server) : [];
      this.mistakes.push({
        when: ports.length === 0, prop: `${prop}.ports`, given, allowed: 'at least one port',
        because: 'a rule without ports opens every port, and the peer declares none',
      });
      return ports;
    }
    const { ports, mistakes } = translatePorts(given, `${prop}.ports`);
    this.mistakes.push(...mistakes, {
      when: ports.length === 0 && mistakes.length === 0, prop: `${prop}.ports`, given, allowed: 'at least one port',
      because: 'a rule without ports opens every port',
    });
    return ports;
  }

  private connectPod({ direction, peer, ports, prop }: Connection): void {
    const { peers, mistakes } = translatePeer(peer, this.instance.metadata.namespace, prop);
    this.mistakes.push(...mistakes);
    this.policy.allow(direction, peers, ports);
  }

  /** The other end of the connection: a rule in the peer's own policy, or a policy for pods without one. */
  private connectPeer({ direction, peer, ports, prop }: Connection): void {
    const selection = peer.toPodSelector();
    if (!selection) {
      this.mistakes.push({ when: true, prop, given: peer.node.path, allowed: 'a peer whose pods can be selected, since the policy is to be theirs' });
      return;
    }
    const { labelSelector, namespaces } = selection.toPodSelectorConfig();
    const namespaceNames = namespaces ? namespaces.names ?? [] : [this.instance.metadata.namespace];
    this.mistakes.push({
      when: namespaceNames.length === 0 || (namespaces?.labelSelector !== undefined && !namespaces.labelSelector.isEmpty()),
      prop: `${prop}.namespaces`, given: namespaceNames, allowed: 'namespaces by name, since the policy of the peer must be written into each of them',
    });

    const hardened = WorkloadNetworkPolicy.of(peer);
    const { selector, mistakes } = translateSelector(labelSelector, prop);
    this.mistakes.push(...mistakes);
    for (const namespace of namespaceNames) {
      const { peers } = translatePeer(this.instance, namespace, prop);
      if (hardened) {
        hardened.allow(direction, peers, ports);
      } else {
        this.policyOf(peer, direction, namespace, selector).rules.allow(peers, ports);
      }
    }
  }

  private policyOf(
    peer: kplus.INetworkPolicyPeer, direction: Direction, namespace: string | undefined, podSelector: kplus.k8s.LabelSelector,
  ): PeerNetworkPolicy {
    const id = `Peer${direction}${namespace ?? ''}${peer.node.addr}`;
    const { dns } = this.policy;
    return this.instance.node.tryFindChild(id) as PeerNetworkPolicy | undefined
      ?? new PeerNetworkPolicy(this.instance, id, { namespace, direction, podSelector, dns });
  }
}
