import { Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct, IConstruct } from 'constructs';
import { ClusterDns } from './cluster-dns';

type Port = kplus.k8s.NetworkPolicyPort;
type Peer = kplus.k8s.NetworkPolicyPeer;
export type Direction = 'Ingress' | 'Egress';

export interface WorkloadNetworkPolicyProps {
  readonly name: string;
  readonly namespace?: string;
  /** Exactly one label: with two, Polaris does not recognise the policy as the pod's. */
  readonly matchLabels: { [key: string]: string };
  readonly dns: ClusterDns;
  /** The pod's own ports, for the rule that stands in while nobody may call. */
  readonly ownPorts: () => Port[];
}

const policies = new WeakMap<IConstruct, WorkloadNetworkPolicy>();

/** Rules of one direction. Both ends may state the same connection, which is then one rule. */
export class PolicyRules {
  private readonly rules = new Map<string, { peers: Peer[]; ports: Port[] }>();

  public allow(peers: Peer[], ports: Port[]): void {
    this.rules.set(JSON.stringify([peers, ports]), { peers, ports });
  }

  public toIngress(): kplus.k8s.NetworkPolicyIngressRule[] {
    return [...this.rules.values()].map(({ peers, ports }) => ({ from: peers, ports }));
  }

  public toEgress(): kplus.k8s.NetworkPolicyEgressRule[] {
    return [...this.rules.values()].map(({ peers, ports }) => ({ to: peers, ports }));
  }
}

/**
 * The one NetworkPolicy of a workload. It always isolates both directions; every allowed connection
 * becomes one of its rules.
 *
 * Scanners know a workload as covered only by a policy with at least one rule each way: DNS is the
 * egress rule that is always there, and while no consumer is allowed, the workload's own pods are.
 */
export class WorkloadNetworkPolicy {
  /** The policy of a workload that has one. */
  public static of(workload: IConstruct): WorkloadNetworkPolicy | undefined {
    return policies.get(workload);
  }

  private readonly rules = { Ingress: new PolicyRules(), Egress: new PolicyRules() };

  constructor(workload: Construct, private readonly props: WorkloadNetworkPolicyProps) {
    policies.set(workload, this);
    new kplus.k8s.KubeNetworkPolicy(workload, 'NetworkPolicy', {
      metadata: { name: props.name, namespace: props.namespace },
      spec: Lazy.any({ produce: () => this.toSpec() }),
    });
  }

  /** Where the workload asks for names. */
  public get dns(): ClusterDns {
    return this.props.dns;
  }

  public allow(direction: Direction, peers: Peer[], ports: Port[]): void {
    this.rules[direction].allow(peers, ports);
  }

  private toSpec(): kplus.k8s.NetworkPolicySpec {
    const podSelector = { matchLabels: this.props.matchLabels };
    const ownPorts = this.props.ownPorts();
    const toItself = { from: [{ podSelector }], ports: ownPorts.length > 0 ? ownPorts : undefined };
    const ingress = this.rules.Ingress.toIngress();
    return {
      podSelector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingress.length > 0 ? ingress : [toItself],
      egress: [this.props.dns._toEgressRule(), ...this.rules.Egress.toEgress()],
    };
  }
}
