import { Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ClusterDns } from './cluster-dns';
import { Direction, PolicyRules } from './workload-network-policy';

export interface PeerNetworkPolicyProps {
  readonly namespace?: string;
  readonly direction: Direction;
  readonly podSelector: kplus.k8s.LabelSelector;
  readonly dns: ClusterDns;
}

/**
 * The other end of a connection with pods that have no policy of their own. It isolates them in the
 * direction of the connection; DNS stays open, or they would find nobody any more.
 */
export class PeerNetworkPolicy extends Construct {
  public readonly rules = new PolicyRules();

  constructor(scope: Construct, id: string, { namespace, direction, podSelector, dns }: PeerNetworkPolicyProps) {
    super(scope, id);
    new kplus.k8s.KubeNetworkPolicy(this, 'Resource', {
      metadata: { namespace },
      spec: Lazy.any({
        produce: (): kplus.k8s.NetworkPolicySpec => ({
          podSelector,
          policyTypes: [direction],
          ...direction === 'Ingress' ? { ingress: this.rules.toIngress() } : { egress: [dns._toEgressRule(), ...this.rules.toEgress()] },
        }),
      }),
    });
  }
}
