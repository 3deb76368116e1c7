import { Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct, IConstruct } from 'constructs';
import { ClusterDns } from './cluster-dns';

type Port = kplus.k8s.NetworkPolicyPort;
type Peer = kplus.k8s.NetworkPolicyPeer;

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

  private readonly ingress: kplus.k8s.NetworkPolicyIngressRule[] = [];
  private readonly egress: kplus.k8s.NetworkPolicyEgressRule[] = [];

  constructor(workload: Construct, private readonly props: WorkloadNetworkPolicyProps) {
    policies.set(workload, this);
    new kplus.k8s.KubeNetworkPolicy(workload, 'NetworkPolicy', {
      metadata: { name: props.name, namespace: props.namespace },
      spec: Lazy.any({ produce: () => this.toSpec() }),
    });
  }

  public allowIngress(peers: Peer[], ports: Port[]): void {
    addOnce(this.ingress, { from: peers, ports });
  }

  public allowEgress(peers: Peer[], ports: Port[]): void {
    addOnce(this.egress, { to: peers, ports });
  }

  private toSpec(): kplus.k8s.NetworkPolicySpec {
    const podSelector = { matchLabels: this.props.matchLabels };
    const ownPorts = this.props.ownPorts();
    const toItself = { from: [{ podSelector }], ports: ownPorts.length > 0 ? ownPorts : undefined };
    return {
      podSelector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: this.ingress.length > 0 ? this.ingress : [toItself],
      egress: [this.props.dns._toEgressRule(), ...this.egress],
    };
  }
}

/** Both ends may state the same connection. */
function addOnce<Rule>(rules: Rule[], rule: Rule): void {
  const text = JSON.stringify(rule);
  if (!rules.some((other) => JSON.stringify(other) === text)) { rules.push(rule); }
}
